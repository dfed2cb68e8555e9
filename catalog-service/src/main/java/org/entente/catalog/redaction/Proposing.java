package org.entente.catalog.redaction;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.approval.History;
import org.entente.catalog.approval.Person;
import org.entente.catalog.approval.Proposals;
import org.entente.catalog.approval.Reason;
import org.entente.catalog.asset.AssetLabels;
import org.entente.catalog.asset.MarkingChanges;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.marking.Refused;
import org.entente.catalog.redaction.Kind.Replaced;
import org.entente.catalog.redaction.RemarkingRequest.Change;
import org.entente.catalog.tearline.RightsOfOthers;
import org.entente.events.CanonicalJson;
import org.entente.http.Problem;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;

/** Proposes to mark anew. */
@ApplicationScoped
class Proposing {
    private final StoredAssets assets;
    private final MarkingChanges changes;
    private final MarkingPolicyStore policies;
    private final Remarkings remarkings;
    private final Proposals proposals;
    private final Announcements announcements;
    private final IntegrityAlarm alarm;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final String home;

    Proposing(
            StoredAssets assets,
            MarkingChanges changes,
            MarkingPolicyStore policies,
            Remarkings remarkings,
            Proposals proposals,
            Announcements announcements,
            IntegrityAlarm alarm,
            Idempotency idempotency,
            Outbox outbox,
            ObjectMapper json,
            @ConfigProperty(name = "entente.home") String home) {
        this.assets = assets;
        this.changes = changes;
        this.policies = policies;
        this.remarkings = remarkings;
        this.proposals = proposals;
        this.announcements = announcements;
        this.alarm = alarm;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.json = json;
        this.home = home;
    }

    /** An asset as its labels were read. */
    private record Marked(StoredAsset asset, long change, AssetLabels labels, List<Mark> marks, Labels vocabulary) {}

    private record Proposed(StoredAsset asset, StoredRemarking remarking) {}

    /** Proposes; 201, once per Idempotency-Key. */
    Uni<Response> propose(UUID id, RemarkingRequest request, Person proposer) {
        String reason = Reason.require(request.reason(), "/reason");
        List<Change> wanted = request.requireChanges();
        String digest = CanonicalJson.sha256(json, List.of(id, request));
        Uni<Proposed> proposed = find(id).map(marked -> proposed(marked, wanted));
        return alarm.guard(id, proposed)
                .chain(remarking -> idempotency.once(List.of(digest), () -> store(remarking, proposer, reason)));
    }

    private Uni<Created> store(Proposed proposed, Person proposer, String reason) {
        return remarkings
                .add(proposed.remarking(), proposed.asset())
                .chain(() -> proposals.open(proposed.remarking().id(), proposer, reason))
                .map(proposed.remarking()::with)
                .call(stored -> outbox.append(announcements.proposed(stored, proposer, reason)))
                .map(stored -> new Created(
                        "/catalog/assets/" + stored.asset() + "/remarkings/" + stored.id(),
                        remarkings.view(stored, null)));
    }

    private Uni<Marked> find(UUID id) {
        return changes.of(id).chain(change -> assets.find(id).chain(found -> {
            StoredAsset asset = found.orElseThrow(Problem::notFound);
            if (!asset.originator().equals(home)) {
                throw Problem.forbidden("Only its originator may mark it anew.");
            }
            return assets.labels(id, Optional.of(asset))
                    .chain(labels -> assets.marks(id, Optional.of(asset)).chain(marks -> policies.labels()
                            .map(vocabulary -> new Marked(asset, change, labels, marks, vocabulary))));
        }));
    }

    private Proposed proposed(Marked marked, List<Change> wanted) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        marked.marks().forEach(mark -> marks.put(mark.id(), mark));
        List<StoredRemarking.Step> steps = new ArrayList<>();
        List<Replaced> replaced = new ArrayList<>();
        boolean isTitled = false;
        for (Change change : wanted) {
            String pointer = "/changes/" + steps.size();
            if (isTitled && change.isAboutTitle()) {
                throw Problem.badRequest(pointer + "/title", "is in another change already");
            }
            isTitled |= change.isAboutTitle();
            steps.add(step(marked, change, marks, pointer, replaced));
        }
        StoredAsset asset = marked.asset();
        return new Proposed(
                asset,
                new StoredRemarking(
                        UUID.randomUUID(),
                        asset.id(),
                        asset.version(),
                        marked.change(),
                        Kind.of(replaced),
                        steps,
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        new History(List.of())));
    }

    private StoredRemarking.Step step(
            Marked marked, Change change, Map<String, Mark> marks, String pointer, List<Replaced> replaced) {
        Label label = Objects.requireNonNull(change.label());
        NormalLabel after;
        try {
            after = marked.vocabulary().normalise(label, home, Instant.now());
        } catch (LabelException fault) {
            throw Refused.because(fault.under(pointer + "/label"));
        }
        List<String> portions = portions(change, marks, pointer);
        Map<String, NormalLabel> before = new HashMap<>();
        portions.forEach(portion ->
                before(marked, Objects.requireNonNull(marks.get(portion)).label(), before));
        if (change.isAboutTitle()) {
            before(marked, marked.asset().sealed().label().id(), before);
        }
        if (before.isEmpty()) {
            throw Problem.badRequest(pointer, "changes nothing");
        }
        RightsOfOthers.requireKept(before.values(), after, marked.vocabulary().categories(), pointer + "/label");
        before.values().forEach(one -> replaced.add(new Replaced(one, after)));
        return new StoredRemarking.Step(portions, change.isAboutTitle(), InternedLabel.of(label, home, json));
    }

    private void before(Marked marked, String label, Map<String, NormalLabel> before) {
        before.computeIfAbsent(label, id -> marked.vocabulary()
                .normalise(Label.of(marked.labels().get(id).json(json)), home, Instant.now()));
    }

    private static List<String> portions(Change change, Map<String, Mark> marks, String pointer) {
        if (change.portions() == null) {
            return List.copyOf(marks.keySet());
        }
        List<String> portions = new ArrayList<>();
        for (String portion : change.portions()) {
            if (!marks.containsKey(portion)) {
                throw Problem.badRequest(pointer + "/portions/" + portions.size(), "is not a portion of the asset");
            }
            portions.add(Objects.requireNonNull(portion));
        }
        return portions;
    }
}
