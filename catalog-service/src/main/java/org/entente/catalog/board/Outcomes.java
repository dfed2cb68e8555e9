package org.entente.catalog.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * What comes of proposals. Whatever the parties say, a change that would let anybody see more is refused: it is compared with
 * what is stored when it is proposed, when the vote closes, and once more at its date of effect, for content goes on coming in.
 */
@ApplicationScoped
class Outcomes {
    private static final String VOTE = "vote";
    private static final String EFFECT = "effect";

    private final Documents documents;
    private final Outbox outbox;
    private final ObjectMapper json;

    Outcomes(Documents documents, Outbox outbox, ObjectMapper json) {
        this.documents = documents;
        this.outbox = outbox;
        this.json = json;
    }

    /** What came of a step. */
    private record Outcome(
            String step,
            Proposal.State state,
            Report report,
            @Nullable Integer version) {}

    /** Closes the vote; what is adopted and due is put in force at once. */
    Uni<Void> settle(SqlClient transaction, Proposal proposal, Constitution constitution) {
        if (!constitution.isAdopted(proposal.votes())) {
            return keep(transaction, proposal, new Outcome(VOTE, Proposal.State.rejected, Report.NOTHING, null));
        }
        return documents
                .report(transaction, proposal.kind(), proposal.name(), proposal.document(), proposal.effective())
                .chain(report -> {
                    Proposal.State state = report.isSafe() ? Proposal.State.adopted : Proposal.State.refused;
                    boolean isDue = !proposal.effective().isAfter(Instant.now());
                    return keep(transaction, proposal, new Outcome(VOTE, state, report, null))
                            .chain(() -> report.isSafe() && isDue
                                    ? takeEffect(transaction, proposal)
                                    : Uni.createFrom().voidItem());
                });
    }

    /** Puts in force what was adopted, if it still may be. */
    Uni<Void> takeEffect(SqlClient transaction, Proposal proposal) {
        return documents
                .report(transaction, proposal.kind(), proposal.name(), proposal.document(), Instant.now())
                .chain(report -> report.isSafe()
                        ? documents
                                .publish(transaction, proposal.kind(), proposal.name(), proposal.document())
                                .chain(version -> keep(
                                        transaction,
                                        proposal,
                                        new Outcome(EFFECT, Proposal.State.in_force, report, version)))
                        : keep(transaction, proposal, new Outcome(EFFECT, Proposal.State.refused, report, null)));
    }

    private Uni<Void> keep(SqlClient transaction, Proposal proposal, Outcome outcome) {
        Report report = outcome.report();
        ObjectNode data = json.createObjectNode()
                .put("kind", proposal.kind().wireName())
                .put("name", proposal.name())
                .put("outcome", outcome.state().stored())
                .put("compared", report.compared())
                .put("unreadable", report.unreadable().size())
                .put("widened", report.widened().size());
        Event event = Event.of(EventTypes.BOARD_DECIDED, proposal.id().toString(), null, Documents.BOARD, data);
        return transaction
                .preparedQuery("insert into board_outcome (proposal, step, outcome, report, version, at)"
                        + " values ($1, $2, $3, $4, $5, $6)")
                .execute(Tuple.of(
                        proposal.id(),
                        outcome.step(),
                        outcome.state().stored(),
                        text(report),
                        outcome.version(),
                        BoardActs.utc(event.time())))
                .chain(() -> outbox.append(transaction, List.of(event)));
    }

    private String text(Report report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
