package org.entente.catalog.tearline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.catalog.access.Supposition;
import org.entente.catalog.approval.History;
import org.entente.catalog.approval.Person;
import org.entente.catalog.approval.Proposals;
import org.entente.catalog.asset.Form;
import org.entente.catalog.asset.PortionReader;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.marking.Refused;
import org.entente.catalog.masking.Derivation;
import org.entente.catalog.masking.MaskingPolicies;
import org.entente.catalog.masking.MaskingPolicy;
import org.entente.catalog.masking.Pseudonyms;
import org.entente.events.CanonicalJson;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.label.LabelException;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;
import org.entente.label.stix.PortionId;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;

/** Drafts tearlines. */
@ApplicationScoped
class Drafts {
    private final Sources sources;
    private final StoredAssets assets;
    private final Tearlines tearlines;
    private final Announcements announcements;
    private final Proposals proposals;
    private final MaskingPolicies policies;
    private final MarkingPolicyStore markings;
    private final KeyProvider keys;
    private final IntegrityAlarm alarm;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final ObjectMapper json;

    Drafts(
            Sources sources,
            StoredAssets assets,
            Tearlines tearlines,
            Announcements announcements,
            Proposals proposals,
            MaskingPolicies policies,
            MarkingPolicyStore markings,
            KeyProvider keys,
            IntegrityAlarm alarm,
            Idempotency idempotency,
            Outbox outbox,
            ObjectMapper json) {
        this.sources = sources;
        this.assets = assets;
        this.tearlines = tearlines;
        this.announcements = announcements;
        this.proposals = proposals;
        this.policies = policies;
        this.markings = markings;
        this.keys = keys;
        this.alarm = alarm;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.json = json;
    }

    /** What a draft is made by, and by what rules. */
    private record Rules(MaskingPolicy masking, Labels vocabulary) {}

    /** Drafts a tearline; 201, once per Idempotency-Key. */
    Uni<Response> draft(UUID id, DraftRequest request, Person author) {
        Audience audience = request.requireAudience();
        audience.asking();
        request.requireLabel();
        request.chosen();
        String digest = CanonicalJson.sha256(json, List.of(id, request));
        return sources.find(id)
                .chain(source -> sources.supposed(source, audience).chain(now -> drafted(source, request, now)))
                .chain(draft -> idempotency.once(List.of(digest), () -> store(draft, author)));
    }

    private Uni<Created> store(StoredTearline draft, Person author) {
        return tearlines
                .add(draft)
                .chain(() -> proposals.open(draft.id(), author, null))
                .map(draft::with)
                .call(stored ->
                        outbox.append(announcements.of(EventTypes.TEARLINE_DRAFTED, stored, author.actor(), null)))
                .map(stored -> new Created(
                        "/catalog/assets/" + stored.asset() + "/tearlines/" + stored.id(),
                        announcements.view(stored, null)));
    }

    private Uni<StoredTearline> drafted(Source source, DraftRequest request, Supposition now) {
        Set<String> seen = new HashSet<>(now.view().portions());
        List<DraftRequest.Chosen> chosen = request.chosen();
        List<Choice> choices = chosen == null ? Choice.unseen(source, seen) : Choice.of(source, chosen);
        List<Mark> opened =
                choices.stream().flatMap(choice -> choice.marks().stream()).toList();
        Uni<StoredTearline> drafted = policies.inForce()
                .chain(policy -> markings.labels().map(vocabulary -> new Rules(policy, vocabulary)))
                .chain(rules -> assets.contents(source.asset(), opened)
                        .chain(contents ->
                                OffEventLoop.run(() -> write(source, request, choices, contents, rules, seen))));
        return alarm.guard(source.asset().id(), drafted);
    }

    private StoredTearline write(
            Source source,
            DraftRequest request,
            List<Choice> choices,
            Map<Integer, byte[]> contents,
            Rules rules,
            Set<String> seen)
            throws IOException {
        Audience audience = request.requireAudience();
        Pseudonyms pseudonyms = Pseudonyms.of(source.asset().id(), keys);
        Sanitising sanitising = new Sanitising(
                source,
                rules.masking(),
                rules.masking().with(pseudonyms),
                rules.vocabulary(),
                Objects.requireNonNull(audience.partner()),
                json);
        requireLabel(source, request, choices, rules.vocabulary(), sanitising);
        PortionReader reader = PortionReader.of(source.asset(), source.labels(), source.marks(), keys, json);
        Instant drafted = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Derivation derivation = new Derivation(pseudonyms, source.asset().originator(), drafted);
        Drafting drafting = new Drafting(source, sanitising, derivation, reader, contents, objects(source, seen));
        for (Choice choice : choices) {
            drafting.add(choice.marks(), choice.masks());
        }
        return sealed(source, request, drafting.close(audience), reader, drafted);
    }

    private StoredTearline sealed(
            Source source, DraftRequest request, TearlineContent content, PortionReader reader, Instant drafted) {
        if (content.parts().isEmpty()) {
            throw Problem.unprocessable("/portions", "leave nothing to be shown behind their masks");
        }
        UUID id = UUID.randomUUID();
        UUID asset = source.asset().id();
        int version = source.asset().version();
        InternedLabel label =
                InternedLabel.of(request.requireLabel(), source.asset().originator(), json);
        byte[] bytes = bytes(content);
        byte[] sealed = reader.key().seal(StoredTearline.place(id, asset, version, label), bytes);
        List<String> made = content.sources().stream().sorted().toList();
        History nothingYet = new History(List.of());
        return new StoredTearline(id, asset, version, label, made, Digests.sha256(bytes), sealed, drafted, nothingYet);
    }

    /** A label of its own that means something now, is not higher than that of what it is made of, and lifts nobody's rights. */
    private static void requireLabel(
            Source source, DraftRequest request, List<Choice> choices, Labels vocabulary, Sanitising sanitising) {
        NormalLabel own;
        try {
            own = vocabulary.normalise(request.requireLabel(), source.asset().originator(), Instant.now());
        } catch (LabelException fault) {
            throw Refused.because(fault.under("/label"));
        }
        Set<NormalLabel> before = choices.stream()
                .flatMap(choice -> choice.marks().stream())
                .map(sanitising::label)
                .collect(Collectors.toSet());
        int highest = before.stream()
                .mapToInt(label -> label.classification().common())
                .max()
                .orElse(0);
        if (own.classification().common() > highest) {
            throw Problem.unprocessable("/label/classification", "is higher than that of what the tearline is made of");
        }
        RightsOfOthers.requireKept(before, own, vocabulary.categories(), "/label");
    }

    /** The STIX objects that are seen whole. */
    private static Set<String> objects(Source source, Set<String> seen) {
        if (source.asset().form() != Form.STIX) {
            return Set.of();
        }
        Set<String> objects = seen.stream()
                .map(portion -> PortionId.parse(portion).objectId())
                .collect(Collectors.toSet());
        source.marks().stream()
                .filter(mark -> !seen.contains(mark.id()))
                .map(mark -> PortionId.parse(mark.id()).objectId())
                .forEach(objects::remove);
        return objects;
    }

    private byte[] bytes(TearlineContent content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
