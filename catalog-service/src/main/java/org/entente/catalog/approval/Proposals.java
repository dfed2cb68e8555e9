package org.entente.catalog.approval;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** What was proposed and what became of it; the one place where it is checked that the second person is another one. */
@ApplicationScoped
public class Proposals {
    private static final String INSERT = """
            insert into proposal_step (proposal, step, state, person, actor, reason, at, seal)
            values (%s)""";
    private static final String STEPS = """
            select proposal, step, state, person, actor, reason, at, seal from proposal_step
            where proposal = any($1) order by proposal, step""";
    private static final String UNIQUE_VIOLATION = "23505";

    private final StepSeal seal;

    Proposals(KeyProvider keys) {
        this.seal = new StepSeal(keys);
    }

    /** Writes in the current Panache transaction who proposes it. */
    public Uni<History> open(UUID proposal, Person proposer, @Nullable String reason) {
        Step step = new Step(1, State.PROPOSED, proposer, reason, now());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                INSERT.formatted("?1, ?2, ?3, ?4, ?5, cast(?6 as text), ?7, ?8"))
                        .setParameter(1, proposal)
                        .setParameter(2, step.number())
                        .setParameter(3, step.state().name())
                        .setParameter(4, proposer.subject())
                        .setParameter(5, proposer.actor())
                        .setParameter(6, reason)
                        .setParameter(7, step.at())
                        .setParameter(8, seal.of(proposal, step))
                        .executeUpdate())
                .replaceWith(() -> new History(List.of(step)));
    }

    /**
     * Takes the next step, in the transaction; of two who move at once, one gets a 409 problem.
     *
     * @throws Problem (as failure) 409 where the state does not allow the move, 403 where the person may not make it
     */
    public Uni<History> move(SqlClient transaction, UUID proposal, Move move, Person person, @Nullable String reason) {
        return history(transaction, proposal).chain(history -> {
            boolean isProposer = history.proposer().subject().equals(person.subject());
            State next = move.from(history.state(), isProposer);
            Step step = new Step(history.steps().size() + 1, next, person, reason, now());
            List<Step> steps = new ArrayList<>(history.steps());
            steps.add(step);
            return insert(transaction, proposal, step).replaceWith(() -> new History(List.copyOf(steps)));
        });
    }

    private Uni<Void> insert(SqlClient transaction, UUID proposal, Step step) {
        Tuple values = Tuple.tuple()
                .addUUID(proposal)
                .addInteger(step.number())
                .addString(step.state().name())
                .addString(step.person().subject())
                .addString(step.person().actor())
                .addString(step.reason())
                .addOffsetDateTime(step.at().atOffset(ZoneOffset.UTC))
                .addBuffer(Buffer.buffer(seal.of(proposal, step)));
        return transaction
                .preparedQuery(INSERT.formatted("$1, $2, $3, $4, $5, $6, $7, $8"))
                .execute(values)
                .onFailure(fault ->
                        fault instanceof PgException database && UNIQUE_VIOLATION.equals(database.getSqlState()))
                .transform(fault -> Problem.conflict(null, "Somebody else decided at the same time."))
                .replaceWithVoid();
    }

    /**
     * What became of a proposal that exists.
     *
     * @throws IntegrityException (as failure) if somebody changed its history
     */
    public Uni<History> history(SqlClient client, UUID proposal) {
        return histories(client, List.of(proposal)).map(histories -> {
            History history = histories.get(proposal);
            if (history == null) {
                throw new IntegrityException("approval " + proposal);
            }
            return history;
        });
    }

    /** The same of several; what was never proposed is not among them. */
    public Uni<Map<UUID, History>> histories(SqlClient client, Collection<UUID> proposals) {
        return client.preparedQuery(STEPS)
                .execute(Tuple.tuple().addArrayOfUUID(proposals.toArray(UUID[]::new)))
                .map(this::read);
    }

    private Map<UUID, History> read(RowSet<Row> rows) {
        Map<UUID, List<Step>> steps = new HashMap<>();
        rows.forEach(row -> {
            UUID proposal = row.getUUID("proposal");
            Step step = step(row);
            List<Step> before = steps.computeIfAbsent(proposal, first -> new ArrayList<>());
            seal.require(proposal, step, row.getBuffer("seal").getBytes());
            before.add(step);
            if (step.number() != before.size()) {
                throw new IntegrityException("approval " + proposal);
            }
        });
        Map<UUID, History> histories = new HashMap<>();
        steps.forEach((proposal, taken) -> histories.put(proposal, new History(List.copyOf(taken))));
        return histories;
    }

    private static Step step(Row row) {
        return new Step(
                row.getInteger("step"),
                State.valueOf(row.getString("state")),
                new Person(row.getString("person"), row.getString("actor")),
                row.getString("reason"),
                row.getOffsetDateTime("at").toInstant());
    }

    /** As precise as the database keeps it, for it is part of the seal. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
