package org.entente.catalog.tearline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.entente.catalog.access.AccessService;
import org.entente.catalog.access.Portion;
import org.entente.catalog.access.Supposition;
import org.entente.catalog.asset.PortionReader;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.marking.MarkingPolicyStore;
import org.entente.catalog.masking.Masking;
import org.entente.catalog.masking.MaskingPolicies;
import org.entente.catalog.masking.MaskingPolicy;
import org.entente.catalog.masking.Pseudonyms;
import org.entente.catalog.tearline.Guidance.Because;
import org.entente.catalog.tearline.Guidance.Blocking;
import org.entente.catalog.tearline.Guidance.Guided;
import org.entente.catalog.tearline.Guidance.Sees;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.label.Labels;
import org.entente.outbox.Outbox;

/** Guides from an asset to what an audience may have of it. */
@ApplicationScoped
class Guide {
    private final Sources sources;
    private final StoredAssets assets;
    private final AccessService access;
    private final MaskingPolicies policies;
    private final MarkingPolicyStore markings;
    private final KeyProvider keys;
    private final IntegrityAlarm alarm;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    Guide(
            Sources sources,
            StoredAssets assets,
            AccessService access,
            MaskingPolicies policies,
            MarkingPolicyStore markings,
            KeyProvider keys,
            IntegrityAlarm alarm,
            Pool pool,
            Outbox outbox,
            ObjectMapper json) {
        this.sources = sources;
        this.assets = assets;
        this.access = access;
        this.policies = policies;
        this.markings = markings;
        this.keys = keys;
        this.alarm = alarm;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** What is supposed of the portions as they are, and of tearlines under other labels. */
    private record Supposed(Supposition now, Candidates candidates, Supposition tried) {}

    /** The guidance; that somebody looked into the content is on record before it is given. */
    Uni<Guidance> guide(UUID id, GuidanceRequest request, String actor) {
        Audience audience = request.requireAudience();
        int first = request.first();
        int most = request.most();
        return sources.find(id).chain(source -> supposed(source, audience).chain(supposed -> {
            List<Mark> page = source.marks().stream().skip(first).limit(most).toList();
            return guided(source, audience, supposed.now(), page)
                    .map(portions -> guidance(source, supposed, portions, first + page.size()))
                    .call(guidance -> record(guidance, audience, actor));
        }));
    }

    private Uni<Supposed> supposed(Source source, Audience audience) {
        Candidates candidates = new Candidates(Objects.requireNonNull(audience.partner()));
        Map<String, JsonNode> labels = new HashMap<>();
        candidates.byName().forEach((name, label) -> labels.put(name, json.valueToTree(label)));
        // No portion goes with them, so that what is said is about them alone.
        Portion hidden = new Portion("nothing", "nothing");
        labels.put("nothing", json.createObjectNode().put("policy", "ALLIANCE").put("classification", "TOP-SECRET"));
        return sources.supposed(source, audience).chain(now -> access.suppose(
                        audience.asking(), source.marked(json, labels), List.of(hidden), candidates.portions())
                .map(tried -> new Supposed(now, candidates, tried)));
    }

    private Uni<List<Guided>> guided(Source source, Audience audience, Supposition now, List<Mark> page) {
        Uni<List<Guided>> guided = policies.inForce()
                .chain(policy -> markings.labels().chain(vocabulary -> assets.contents(source.asset(), page)
                        .chain(contents -> OffEventLoop.run(() -> guided(
                                source, sanitising(source, policy, vocabulary, audience), now, page, contents)))));
        return alarm.guard(source.asset().id(), guided);
    }

    private Sanitising sanitising(Source source, MaskingPolicy policy, Labels vocabulary, Audience audience) {
        Masking masking = policy.with(Pseudonyms.of(source.asset().id(), keys));
        return new Sanitising(source, policy, masking, vocabulary, Objects.requireNonNull(audience.partner()), json);
    }

    private List<Guided> guided(
            Source source, Sanitising sanitising, Supposition now, List<Mark> page, Map<Integer, byte[]> contents)
            throws IOException {
        PortionReader reader = PortionReader.of(source.asset(), source.labels(), source.marks(), keys, json);
        Set<String> seen = new HashSet<>(now.view().portions());
        Map<String, List<Because>> reasons = new HashMap<>();
        now.reasons().forEach(reason -> reasons.computeIfAbsent(
                        Objects.requireNonNullElse(reason.portion(), ""), portion -> new ArrayList<>())
                .add(new Because(reason.code(), reason.clause())));
        List<Guided> guided = new ArrayList<>();
        for (Mark mark : page) {
            boolean isSeen = seen.contains(mark.id());
            guided.add(new Guided(
                    mark.id(),
                    source.labels().get(mark.label()).json(json),
                    isSeen,
                    reasons.getOrDefault(mark.id(), List.of()),
                    isSeen || mark.isAttachment()
                            ? List.of()
                            : sanitising.suggested(mark, reader.read(mark, contents))));
        }
        return guided;
    }

    private static Guidance guidance(Source source, Supposed supposed, List<Guided> portions, int next) {
        Supposition now = supposed.now();
        Map<Because, Integer> counts = new LinkedHashMap<>();
        now.reasons().stream()
                .filter(reason -> reason.portion() != null)
                .forEach(reason -> counts.merge(new Because(reason.code(), reason.clause()), 1, Integer::sum));
        List<Blocking> blocking = counts.entrySet().stream()
                .map(count -> new Blocking(count.getKey().code(), count.getKey().clause(), count.getValue()))
                .toList();
        return new Guidance(
                source.asset().id(),
                source.asset().version(),
                now.epoch(),
                new Sees(
                        now.view().portions().size(),
                        source.marks().size(),
                        now.view().tearline()),
                blocking,
                portions,
                supposed.candidates().admitted(supposed.tried()),
                now.remedies(),
                next < source.marks().size() ? next : null);
    }

    private Uni<Void> record(Guidance guidance, Audience audience, String actor) {
        ObjectNode data = json.createObjectNode()
                .put("version", guidance.version())
                .put("portions", guidance.portions().size());
        data.set("audience", json.valueToTree(audience));
        Event event = Event.of(EventTypes.TEARLINE_GUIDED, guidance.assetId().toString(), null, actor, data);
        return pool.withTransaction(transaction -> outbox.append(transaction, List.of(event)));
    }
}
