package org.entente.catalog.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.UUID;
import org.entente.catalog.asset.RegisteredAsset.LabelCount;
import org.entente.catalog.asset.SealedAsset.SealedPortion;
import org.entente.catalog.asset.SealedAsset.SealedText;
import org.entente.catalog.asset.SealedAsset.Seals;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.Manifest;
import org.entente.catalog.content.Place;
import org.entente.label.Label;
import org.entente.label.NormalLabel;
import org.entente.label.RollUp;
import org.entente.label.stix.Portion;

/** Seals the portions of a new asset one after the other, and then the list of them. */
final class Sealing {
    private final ObjectMapper json;
    private final Origin origin;
    private final Label textLabel;
    private final UUID id = UUID.randomUUID();
    private final DataKey key = DataKey.generate(id);
    private final Manifest manifest = new Manifest();
    private final Map<Label, InternedLabel> interned = new HashMap<>();
    private final Map<InternedLabel, Integer> counts = new TreeMap<>(Comparator.comparing(InternedLabel::id));
    private final List<SealedPortion> portions = new ArrayList<>();

    Sealing(ObjectMapper json, Origin origin, Label textLabel) {
        this.json = json;
        this.origin = origin;
        this.textLabel = textLabel;
        counts.put(intern(textLabel), 0);
    }

    /** Of the bundle, and of the whole request. */
    record Digests(String bundle, String request) {}

    void add(Portion portion) {
        InternedLabel label = intern(portion.label());
        String name = portion.id().toString();
        Place place = Place.portion(id, SealedAsset.VERSION, name, label.canonical());
        portions.add(new SealedPortion(name, label.id(), key.seal(place, bytes(portion))));
        manifest.add(name, label.id());
        counts.merge(label, 1, Integer::sum);
    }

    SealedAsset close(Registration registration, Digests digests, KeyProvider keys) {
        InternedLabel label = intern(textLabel);
        String title = Objects.requireNonNull(registration.title());
        String note = registration.purposeNote();
        return new SealedAsset(
                id,
                origin.nation(),
                origin.at(),
                origin.actor(),
                key.wrap(keys),
                new SealedText(
                        text(Place.Kind.TITLE, title, label),
                        note == null ? null : text(Place.Kind.PURPOSE_NOTE, note, label),
                        label.id()),
                counts,
                portions,
                seals(),
                digests.request(),
                answer(registration, digests));
    }

    private Seals seals() {
        String labels =
                LabelSet.digest(counts.keySet().stream().map(InternedLabel::id).toList());
        return new Seals(
                key.seal(Place.of(Place.Kind.SEAL, id, SealedAsset.VERSION, manifest.close()), new byte[0]),
                key.seal(Listing.place(id, SealedAsset.VERSION, labels), new byte[0]));
    }

    /** Without the purpose note: the answer may be kept for a repetition, and the note is kept sealed only. */
    private RegisteredAsset answer(Registration registration, Digests digests) {
        return new RegisteredAsset(
                id,
                SealedAsset.VERSION,
                Objects.requireNonNull(registration.title()),
                null,
                origin.nation(),
                origin.at(),
                portions.size(),
                banner().toLabel(),
                counts.entrySet().stream()
                        .filter(count -> count.getValue() > 0)
                        .map(count -> new LabelCount(count.getKey().json(json), count.getValue()))
                        .toList(),
                digests.bundle());
    }

    private NormalLabel banner() {
        return RollUp.banner(interned.keySet().stream()
                .map(label -> origin.vocabulary().normalise(label, origin.nation(), origin.at()))
                .toList());
    }

    private byte[] text(Place.Kind kind, String text, InternedLabel label) {
        return key.seal(
                Place.of(kind, id, SealedAsset.VERSION, label.canonical()), text.getBytes(StandardCharsets.UTF_8));
    }

    private InternedLabel intern(Label label) {
        return interned.computeIfAbsent(label, written -> InternedLabel.of(written, origin.nation(), json));
    }

    private byte[] bytes(Portion portion) {
        try {
            return json.writeValueAsBytes(portion.content());
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
