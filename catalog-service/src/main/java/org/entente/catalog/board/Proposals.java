package org.entente.catalog.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Proposals and the ballots on them, by the parties of the board that is in force. */
@ApplicationScoped
class Proposals {
    private final BoardActs acts;
    private final BoardRows rows;
    private final Documents documents;
    private final Outcomes outcomes;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    Proposals(
            BoardActs acts,
            BoardRows rows,
            Documents documents,
            Outcomes outcomes,
            Pool pool,
            Outbox outbox,
            ObjectMapper json) {
        this.acts = acts;
        this.rows = rows;
        this.documents = documents;
        this.outcomes = outcomes;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** What is proposed. */
    record Draft(Kind kind, String name, JsonNode document, String reason, Instant closes, Instant effective) {}

    /** One of them, for a party. */
    Uni<Proposal> find(UUID id, Representative reader) {
        return board(pool, reader)
                .chain(() -> rows.proposal(pool, id))
                .map(found -> found.orElseThrow(Problem::notFound));
    }

    /** Some of them, newest first, for a party. */
    Uni<List<Proposal>> page(@Nullable UUID after, int limit, Representative reader) {
        return board(pool, reader).chain(() -> rows.page(pool, after, limit));
    }

    /** Does what is asked for, or finds what it was answered before, and answers; in the transaction of the act. */
    interface Repeatable extends BiFunction<SqlClient, Supplier<Uni<Proposal>>, Uni<Response>> {}

    /** Proposes a document; 422 at once for one that would widen what anybody sees, or that stored content does not bear. */
    Uni<Response> propose(Draft draft, Representative proposer, Repeatable once) {
        UUID id = UUID.randomUUID();
        documents.require(draft.kind(), draft.name(), draft.document());
        return acts.alone(transaction -> once.apply(transaction, () -> board(transaction, proposer)
                .call(() -> documents
                        .report(transaction, draft.kind(), draft.name(), draft.document(), draft.effective())
                        .invoke(report -> requireSafe(report, proposer)))
                .chain(constitution -> insert(transaction, id, constitution, draft, proposer))
                .chain(() -> rows.proposal(transaction, id))
                .map(found -> found.orElseThrow(Problem::notFound))));
    }

    private void requireSafe(Report report, Representative proposer) {
        if (!report.isSafe()) {
            String detail = report.widened().isEmpty()
                    ? "would leave stored content that is not understood any more"
                    : "would let somebody see more than now";
            throw Problem.unprocessable("/document", detail)
                    .with("report", json.valueToTree(proposer.isHome() ? report : report.forPartners()));
        }
    }

    private Uni<Void> insert(
            SqlClient transaction, UUID id, Constitution constitution, Draft draft, Representative proposer) {
        ObjectNode data = json.createObjectNode()
                .put("kind", draft.kind().wireName())
                .put("name", draft.name())
                .put("closes", draft.closes().toString())
                .put("effective", draft.effective().toString());
        data.set("document", draft.document());
        return transaction
                .preparedQuery("insert into board_proposal (id, constitution, kind, name, document, reason, closes,"
                        + " effective, proposed, party, actor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addUUID(constitution.id())
                        .addString(draft.kind().wireName())
                        .addString(draft.name())
                        .addString(text(draft.document()))
                        .addString(draft.reason())
                        .addOffsetDateTime(BoardActs.utc(draft.closes()))
                        .addOffsetDateTime(BoardActs.utc(draft.effective()))
                        .addOffsetDateTime(BoardActs.utc(BoardActs.now()))
                        .addString(proposer.party())
                        .addString(proposer.actor()))
                .chain(() -> record(transaction, EventTypes.BOARD_PROPOSED, id, proposer, data));
    }

    /** A party votes, once; with the last vote the outcome is known. */
    Uni<Response> vote(UUID id, Vote vote, Representative voter, Repeatable once) {
        ObjectNode data = json.createObjectNode().put("party", voter.party()).put("vote", vote.name());
        return acts.alone(transaction -> once.apply(transaction, () -> board(transaction, voter)
                .chain(constitution -> rows.proposal(transaction, id)
                        .map(found -> found.orElseThrow(Problem::notFound))
                        .invoke(proposal -> requireVotable(proposal, constitution, voter))
                        .chain(proposal -> transaction
                                .preparedQuery("insert into board_ballot (proposal, party, vote, at, actor)"
                                        + " values ($1, $2, $3, $4, $5)")
                                .execute(Tuple.of(
                                        id, voter.party(), vote.name(), BoardActs.utc(BoardActs.now()), voter.actor())))
                        .chain(() -> record(transaction, EventTypes.BOARD_VOTED, id, voter, data))
                        .chain(() -> rows.proposal(transaction, id))
                        .map(found -> found.orElseThrow(Problem::notFound))
                        .call(proposal -> constitution.hasAllVotes(proposal.votes())
                                ? outcomes.settle(transaction, proposal, constitution)
                                : Uni.createFrom().voidItem()))
                .chain(() -> rows.proposal(transaction, id))
                .map(found -> found.orElseThrow(Problem::notFound))));
    }

    private static void requireVotable(Proposal proposal, Constitution constitution, Representative voter) {
        if (proposal.state() != Proposal.State.open || !Instant.now().isBefore(proposal.closes())) {
            throw Problem.conflict(null, "The vote is closed.");
        }
        if (!proposal.constitution().equals(constitution.id())) {
            throw Problem.conflict(null, "The board was constituted anew since; propose it again.");
        }
        if (proposal.ballots().containsKey(voter.party())) {
            throw Problem.conflict(null, "Your side has voted already.");
        }
    }

    private Uni<Constitution> board(SqlClient client, Representative party) {
        return rows.inForce(client)
                .map(found -> found.filter(board -> board.parties().contains(party.party()))
                        .orElseThrow(Problem::notFound));
    }

    private Uni<Void> record(SqlClient transaction, String type, UUID id, Representative by, ObjectNode data) {
        String partner = by.isHome() ? null : by.party();
        return outbox.append(transaction, List.of(Event.of(type, id.toString(), partner, by.actor(), data)));
    }

    private String text(JsonNode document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
