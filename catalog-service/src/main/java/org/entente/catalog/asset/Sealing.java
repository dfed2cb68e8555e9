package org.entente.catalog.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.entente.catalog.asset.RegisteredAsset.LabelCount;
import org.entente.catalog.asset.SealedAsset.SealedPortion;
import org.entente.catalog.asset.SealedAsset.SealedText;
import org.entente.catalog.asset.SealedAsset.Seals;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.Manifest;
import org.entente.catalog.content.Place;
import org.entente.catalog.search.Postings;
import org.entente.label.Label;
import org.entente.label.NormalLabel;
import org.entente.label.RollUp;

/** Seals the portions of a new version one after the other, and then the list of them. */
final class Sealing {
    private final ObjectMapper json;
    private final Origin origin;
    private final Edition edition;
    private final Earlier earlier;
    private final Form form;
    private final Label textLabel;
    private final Postings postings;
    private final Manifest manifest;
    private final Map<Label, InternedLabel> interned = new HashMap<>();
    private final Map<InternedLabel, Integer> counts = new TreeMap<>(Comparator.comparing(InternedLabel::id));
    private final List<SealedPortion> portions = new ArrayList<>();

    Sealing(ObjectMapper json, Making making, Form form, Label textLabel, Postings postings) {
        this.json = json;
        this.origin = making.origin();
        this.edition = making.edition();
        this.earlier = making.earlier();
        this.form = form;
        this.textLabel = textLabel;
        this.postings = postings;
        this.manifest = new Manifest(form.manifest());
        counts.put(intern(textLabel), 0);
    }

    /** Of the content, and of the whole request. */
    record Digests(String content, String request) {}

    void add(String name, Label stated, JsonNode content) {
        earlier.require(name, stated, content, origin, form);
        InternedLabel label = intern(stated);
        Place place = Place.portion(edition.asset(), edition.version(), name, label.canonical());
        postings.add(label.id(), portions.size(), content);
        portions.add(new SealedPortion(name, label.id(), edition.key().seal(place, bytes(content))));
        manifest.add(name, label.id());
        counts.merge(label, 1, Integer::sum);
    }

    SealedAsset close(Registration registration, Digests digests, SealedAsset.Uploads uploads, KeyProvider keys) {
        InternedLabel label = intern(textLabel);
        String title = Objects.requireNonNull(registration.title());
        String note = registration.purposeNote();
        postings.addTitle(label.id(), title);
        return new SealedAsset(
                edition,
                form,
                origin.nation(),
                origin.actor(),
                edition.key().wrap(keys),
                new SealedText(
                        text(Place.Kind.TITLE, title, label),
                        note == null ? null : text(Place.Kind.PURPOSE_NOTE, note, label),
                        label.id()),
                counts,
                portions,
                uploads,
                postings.byToken(),
                seals(),
                digests.request(),
                answer(registration, digests));
    }

    private Seals seals() {
        String labels =
                LabelSet.digest(counts.keySet().stream().map(InternedLabel::id).toList());
        return new Seals(
                edition.key()
                        .seal(
                                Place.of(Place.Kind.SEAL, edition.asset(), edition.version(), manifest.close()),
                                new byte[0]),
                edition.key().seal(Listing.place(edition.asset(), edition.version(), labels), new byte[0]));
    }

    /** Without the purpose note: the answer may be kept for a repetition, and the note is kept sealed only. */
    private RegisteredAsset answer(Registration registration, Digests digests) {
        return new RegisteredAsset(
                edition.asset(),
                edition.version(),
                form,
                Objects.requireNonNull(registration.title()),
                null,
                origin.nation(),
                edition.registered(),
                edition.changed(),
                portions.size(),
                banner().toLabel(),
                counts.entrySet().stream()
                        .filter(count -> count.getValue() > 0)
                        .map(count -> new LabelCount(count.getKey().json(json), count.getValue()))
                        .toList(),
                digests.content());
    }

    private NormalLabel banner() {
        return RollUp.banner(interned.keySet().stream()
                .map(label -> origin.vocabulary().normalise(label, origin.nation(), origin.at()))
                .toList());
    }

    private byte[] text(Place.Kind kind, String text, InternedLabel label) {
        Place place = Place.of(kind, edition.asset(), edition.version(), label.canonical());
        return edition.key().seal(place, text.getBytes(StandardCharsets.UTF_8));
    }

    private InternedLabel intern(Label label) {
        return interned.computeIfAbsent(label, written -> InternedLabel.of(written, origin.nation(), json));
    }

    private byte[] bytes(JsonNode content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
