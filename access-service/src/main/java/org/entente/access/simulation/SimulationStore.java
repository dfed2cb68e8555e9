package org.entente.access.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.access.simulation.SimulationView.Reached;
import org.entente.access.simulation.SimulationView.State;
import org.jboss.logging.Logger;

/** Simulations and what they found. One that shows no life for a while has failed, whatever its row says. */
@ApplicationScoped
class SimulationStore {
    private static final Logger LOG = Logger.getLogger(SimulationStore.class);
    private static final Duration WRITES_WITHIN = Duration.ofSeconds(30);
    private static final String CREATE = "insert into simulation (id, request, plan_only, officer, state, epoch, total,"
            + " tally) values (?1, ?2, ?3, ?4, 'RUNNING', ?5, ?6, ?7)";
    private static final String IS_ALIVE =
            "state = 'RUNNING' and alive_at > clock_timestamp() - make_interval(secs => $2)";
    private static final String KEEP = """
            with alive as (update simulation set replayed = $3, tally = $4, alive_at = clock_timestamp()
                           where id = $1 and %s returning id),
                 kept as (insert into simulation_change (simulation, number, change)
                          select alive.id, found.number, found.change
                          from alive, unnest($5::bigint[], $6::text[]) as found (number, change))
            select id from alive""".formatted(IS_ALIVE);
    private static final String END = "update simulation set state = 'DONE', total = replayed,"
            + " ended_at = clock_timestamp() where id = $1 and " + IS_ALIVE;
    private static final String FAIL =
            "update simulation set state = 'FAILED', ended_at = clock_timestamp() where id = $1 and state = 'RUNNING'";
    private static final String FIND = """
            select *, case when state <> 'RUNNING' or %s then state else 'FAILED' end as standing
            from simulation where id = $1 and (plan_only or $3)""".formatted(IS_ALIVE);
    private static final String CHANGES =
            "select change from simulation_change" + " where simulation = $1 and number > $2 order by number limit $3";

    private final Pool pool;
    private final ObjectMapper json;
    private final SimulationSettings settings;

    SimulationStore(Pool pool, ObjectMapper json, SimulationSettings settings) {
        this.pool = pool;
        this.json = json;
        this.settings = settings;
    }

    /** Stores a simulation that is about to run, in the current Panache transaction. */
    Uni<Void> create(SimulationView simulation, boolean isPlanOnly) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CREATE)
                        .setParameter(1, simulation.id())
                        .setParameter(2, simulation.asked().toString())
                        .setParameter(3, isPlanOnly)
                        .setParameter(4, simulation.startedBy())
                        .setParameter(5, simulation.epoch())
                        .setParameter(6, simulation.progress().of())
                        .setParameter(7, text(Tally.NONE))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Stores what was found; false if the simulation is not there any more, or was given up. Blocks. */
    boolean keep(UUID id, Progress progress) {
        List<FoundChange> changes = progress.changes();
        Tuple parameters = alive(id)
                .addLong(progress.replayed())
                .addString(text(progress.tally()))
                .addArrayOfLong(changes.stream().map(FoundChange::number).toArray(Long[]::new))
                .addArrayOfString(changes.stream().map(this::text).toArray(String[]::new));
        return pool.preparedQuery(KEEP)
                        .execute(parameters)
                        .await()
                        .atMost(WRITES_WITHIN)
                        .size()
                == 1;
    }

    /** Stores that all is found; false if the simulation is not there any more, or was given up. Blocks. */
    boolean end(UUID id) {
        return pool.preparedQuery(END)
                        .execute(alive(id))
                        .await()
                        .atMost(WRITES_WITHIN)
                        .rowCount()
                == 1;
    }

    /** Stores that not all is found; if that fails too, time will tell. */
    void fail(UUID id) {
        pool.preparedQuery(FAIL)
                .execute(Tuple.of(id))
                .subscribe()
                .with(ignored -> {}, fault -> LOG.warnf("The simulation %s is dead: %s", id, fault.getMessage()));
    }

    /** @param all whether to find more than those of plans */
    Uni<Optional<SimulationView>> find(UUID id, boolean all) {
        return pool.preparedQuery(FIND).execute(alive(id).addBoolean(all)).map(this::view);
    }

    Uni<List<JsonNode>> changes(UUID id, ChangePage.Request page) {
        return pool.preparedQuery(CHANGES)
                .execute(Tuple.of(id, page.after(), page.limit()))
                .map(rows -> {
                    List<JsonNode> changes = new ArrayList<>();
                    rows.forEach(row -> changes.add(read(row.getString("change"))));
                    return changes;
                });
    }

    /** Ends it, if it runs, and forgets it; false if there is none. */
    Uni<Boolean> delete(UUID id, boolean all) {
        return pool.preparedQuery("delete from simulation where id = $1 and (plan_only or $2)")
                .execute(Tuple.of(id, all))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Void> forget(Duration age) {
        return pool.preparedQuery("delete from simulation where started_at < now() - make_interval(secs => $1)")
                .execute(Tuple.of(seconds(age)))
                .replaceWithVoid();
    }

    private Optional<SimulationView> view(RowSet<Row> rows) {
        for (Row row : rows) {
            OffsetDateTime ended = row.getOffsetDateTime("ended_at");
            OffsetDateTime started = row.getOffsetDateTime("started_at");
            return Optional.of(new SimulationView(
                    row.getUUID("id"),
                    true,
                    State.valueOf(row.getString("standing")),
                    read(row.getString("request")),
                    row.getLong("epoch"),
                    new Reached(row.getLong("replayed"), row.getLong("total")),
                    read(row.getString("tally")),
                    row.getString("officer"),
                    started.toInstant(),
                    ended == null ? null : ended.toInstant(),
                    started.toInstant().plus(settings.keptFor())));
        }
        return Optional.empty();
    }

    private Tuple alive(UUID id) {
        return Tuple.of(id, seconds(settings.deadAfter()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private JsonNode read(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
