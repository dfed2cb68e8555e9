package org.entente.access.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.entente.access.tick.Ticks;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.label.Act;
import org.entente.label.Label;
import org.entente.outbox.Outbox;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was asked for is shared and withheld, by partner, category and reason: sums, told to the home side once a minute. What
 * a partner reads of a decision does not say why something is withheld, so audit-service cannot add this up itself. These are figures, not
 * evidence: what a killed replica had not told yet is missing in them, and in no record.
 */
@ApplicationScoped
class SharedSums {
    private static final Logger LOG = Logger.getLogger(SharedSums.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration PARTING = Duration.ofSeconds(2);
    private static final String UNCATEGORISED = "uncategorised";

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;
    private Map<Key, Sum> sums = new HashMap<>();

    SharedSums(Pool pool, Outbox outbox, ObjectMapper json) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    private record Key(String partner, String category) {}

    private static final class Sum {
        private long shared;
        private long withheld;
        private final Map<Code, Long> codes = new TreeMap<>();

        private void add(boolean isShared, Set<Code> because) {
            if (isShared) {
                shared++;
            } else {
                withheld++;
                because.forEach(code -> codes.merge(code, 1L, Long::sum));
            }
        }

        private void add(Sum other) {
            shared += other.shared;
            withheld += other.withheld;
            other.codes.forEach((code, count) -> codes.merge(code, count, Long::sum));
        }
    }

    void start(@Observes StartupEvent event, Ticks ticks) {
        ticks.repeat("telling what is shared", EVERY, () -> tell().replaceWith(false));
    }

    void stop(@Observes ShutdownEvent event) {
        try {
            tell().await().atMost(PARTING);
        } catch (RuntimeException unheard) {
            LOG.debugf("The last sums are not told: %s", unheard.getMessage());
        }
    }

    /** Counts decisions that are on record; not those that only say what there is, nor exercises. */
    void count(List<Taken> decisions) {
        for (Taken taken : decisions) {
            if (taken.asked().question() instanceof Question.OfAsset ofAsset
                    && ofAsset.act() != Act.DISCOVER
                    && !taken.asked().isExercise()
                    && ofAsset.person().partner() != null) {
                addAll(of(ofAsset, taken.decision()));
            }
        }
    }

    private static Map<Key, Sum> of(Question.OfAsset asked, Decision decision) {
        Set<String> shown = new HashSet<>(decision.view().portions());
        Map<String, Set<Code>> because = new HashMap<>();
        for (Decision.Reason reason : decision.reasons()) {
            if (reason.portion() != null) {
                because.computeIfAbsent(reason.portion(), portion -> new HashSet<>())
                        .add(reason.code());
            }
        }
        Map<Key, Sum> counted = new HashMap<>();
        String partner = Objects.requireNonNull(asked.person().partner());
        for (Question.Portion portion : asked.asset().portions()) {
            boolean isShared = shown.contains(portion.id());
            Set<Code> codes = because.getOrDefault(portion.id(), Set.of());
            for (String category : categories(Watched.label(asked.asset(), portion.label()))) {
                counted.computeIfAbsent(new Key(partner, category), key -> new Sum())
                        .add(isShared, codes);
            }
        }
        return counted;
    }

    private static Set<String> categories(@Nullable Label label) {
        return label == null || label.categories() == null || label.categories().isEmpty()
                ? Set.of(UNCATEGORISED)
                : Set.copyOf(label.categories());
    }

    private synchronized void addAll(Map<Key, Sum> more) {
        more.forEach(
                (key, sum) -> sums.computeIfAbsent(key, ignored -> new Sum()).add(sum));
    }

    private synchronized Map<Key, Sum> take() {
        Map<Key, Sum> taken = sums;
        sums = new HashMap<>();
        return taken;
    }

    /** What could not be told is told with the next. */
    Uni<Void> tell() {
        Map<Key, Sum> taken = take();
        return taken.isEmpty()
                ? Uni.createFrom().voidItem()
                : outbox.append(pool, List.of(event(taken))).onFailure().invoke(fault -> addAll(taken));
    }

    private Event event(Map<Key, Sum> taken) {
        ObjectNode data = json.createObjectNode().put("at", Instant.now().toString());
        var rows = data.putArray("sums");
        taken.forEach((key, sum) -> {
            ObjectNode row = rows.addObject()
                    .put("partner", key.partner())
                    .put("category", key.category())
                    .put("shared", sum.shared)
                    .put("withheld", sum.withheld);
            row.set("codes", json.valueToTree(sum.codes));
        });
        return Event.of(EventTypes.DECISIONS_SUMMED, "decision-sums", null, null, data);
    }
}
