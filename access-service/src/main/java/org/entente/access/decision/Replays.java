package org.entente.access.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.entente.access.policy.CompiledPolicy;
import org.entente.access.policy.Policies;
import org.entente.events.CanonicalJson;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Takes recorded decisions again (G8). That is an act of its own, and goes on record as such, not as a decision. */
@ApplicationScoped
public class Replays {
    private static final String FIND = "select epoch, partner, decision, inputs, result from decision where id = $1";

    private final Pool pool;
    private final Policies policies;
    private final Cases cases;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    Replays(Pool pool, Policies policies, Cases cases, Outbox outbox, ObjectMapper json, MeterRegistry metrics) {
        this.pool = pool;
        this.policies = policies;
        this.cases = cases;
        this.outbox = outbox;
        this.json = json;
        this.metrics = metrics;
    }

    /**
     * Who has a decision taken again, and why.
     *
     * @param examination what for; absent where somebody just asked
     */
    public record Order(@Nullable String actor, @Nullable String examination) {}

    /** What comes of it, once that is on record; a 404 problem where there is no such decision, 409 where its policy is not known. */
    public Uni<Replay> again(UUID id, Order order) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(Replays::found)
                .chain(record -> policies.at(record.getLong("epoch"))
                        .map(policy -> replayed(id, record, policy.orElseThrow(Replays::forgotten)))
                        .invoke(this::count)
                        .call(replay -> outbox.append(pool, List.of(event(replay, order)))
                                .onFailure()
                                .transform(fault -> Problem.unavailable("The replay cannot be recorded now."))));
    }

    private static Row found(RowSet<Row> rows) {
        for (Row row : rows) {
            return row;
        }
        throw Problem.notFound();
    }

    private static Problem forgotten() {
        return Problem.conflict(null, "The policy of that epoch is from before its history was kept.");
    }

    private Replay replayed(UUID id, Row record, CompiledPolicy policy) {
        JsonNode recorded = read(record.getString("result"));
        Optional<Taken> taken = cases.recorded(record.getString("inputs")).map(question -> question.again(id, policy));
        if (taken.isEmpty()) {
            return new Replay(id, policy.epoch(), false, recorded, null, List.of("inputs"));
        }
        String answer = CanonicalJson.text(json, taken.get().answer());
        JsonNode replayed = read(answer);
        List<String> differences = new ArrayList<>(Differences.between(recorded, replayed));
        if (differences.isEmpty() && !answer.equals(record.getString("result"))) {
            differences.add("result");
        }
        differences.addAll(differences(record, taken.get()));
        return new Replay(id, policy.epoch(), differences.isEmpty(), recorded, replayed, differences);
    }

    /** Of the columns beside the answer, by one of which the partner finds the record. */
    private static List<String> differences(Row record, Taken again) {
        List<String> differences = new ArrayList<>();
        if (record.getBoolean("decision") != again.decision().permits()) {
            differences.add("decision");
        }
        if (!Objects.equals(record.getString("partner"), again.reader())) {
            differences.add("partner");
        }
        return differences;
    }

    /** Addressed to nobody: what the home side looks into is not for the partner to read. */
    private Event event(Replay replay, Order order) {
        ObjectNode data = json.createObjectNode().put("epoch", replay.epoch()).put("same", replay.same());
        if (order.examination() != null) {
            data.put("examination", order.examination());
        }
        return Event.of(EventTypes.DECISION_REPLAYED, replay.decisionId().toString(), null, order.actor(), data);
    }

    private void count(Replay replay) {
        metrics.counter("entente.decisions.replayed", "same", Boolean.toString(replay.same()))
                .increment();
    }

    private JsonNode read(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
