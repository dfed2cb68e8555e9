package org.entente.audit.investigation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.entente.audit.investigation.Move.Mover;
import org.entente.audit.investigation.Move.Standing;
import org.entente.events.Event;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Makes moves: one transaction for the rule, the change, the act and the events. Of two at once one wins; the other gets 412. */
@ApplicationScoped
class Moves {

    private static final String OPEN_ENDS =
            "select (select count(*) from remedy where investigation = $1 and done is null)"
                    + " + (select count(*) from notification where investigation = $1"
                    + " and (sent is null or (acknowledged is null and due > now())))"
                    + " + (select count(*) from investigation i where i.id = $1 and i.public_owed and not exists"
                    + " (select from statement s where s.investigation = $1 and s.published is not null)) as ends";
    private static final String DRAFTER =
            "select drafted_by from statement where investigation = $1 and published is null for update";

    private final Pool pool;
    private final CaseTables cases;
    private final ObjectMapper json;

    Moves(Pool pool, CaseTables cases, ObjectMapper json) {
        this.pool = pool;
        this.cases = cases;
        this.json = json;
    }

    /**
     * Who wants to do what.
     *
     * @param ifMatch the version that the mover knows; needed where something is decided
     */
    record Order(
            Move move, Mover mover, Person by, @Nullable String ifMatch) {}

    /**
     * What a move changes.
     *
     * @param changed the case
     * @param detail of the act
     * @param events besides that of the act
     */
    record Step(Case changed, ObjectNode detail, List<Event> events) {

        static Step of(Case changed, ObjectNode detail) {
            return new Step(changed, detail, List.of());
        }
    }

    /** What is to be done once the move is known to be legal; the case is in its next state already. */
    interface Change {
        Uni<Step> make(SqlClient transaction, Case next);
    }

    Uni<Case> make(UUID id, Order order, Change change) {
        return pool.withTransaction(transaction -> make(transaction, id, order, change));
    }

    Uni<Case> make(SqlClient transaction, UUID id, Order order, Change change) {
        return cases.locked(transaction, id)
                .invoke(found -> requireNewest(found, order))
                .chain(found -> standing(transaction, found, order.move())
                        .map(standing -> found.in(order.move().from(standing, order.mover()))))
                .chain(next -> change.make(transaction, next))
                .chain(step -> cases.save(
                                transaction,
                                step.changed(),
                                new Act(order.move().wireName(), order.by(), step.detail()))
                        .call(() -> cases.announce(transaction, step.events())));
    }

    /** The facts that the rule needs beyond the case itself. */
    private static Uni<Standing> standing(SqlClient transaction, Case found, Move move) {
        if (move == Move.CLOSE) {
            return transaction
                    .preparedQuery(OPEN_ENDS)
                    .execute(Tuple.of(found.id()))
                    .map(rows -> found.standing(
                            rows.iterator().next().getLong("ends").intValue()));
        }
        if (move == Move.PUBLISH_STATEMENT) {
            return transaction
                    .preparedQuery(DRAFTER)
                    .execute(Tuple.of(found.id()))
                    .map(rows -> {
                        Standing standing = found.standing(0);
                        String drafter =
                                rows.size() == 0 ? null : rows.iterator().next().getString("drafted_by");
                        return new Standing(standing.state(), standing.assignee(), drafter, 0);
                    });
        }
        return Uni.createFrom().item(found.standing(0));
    }

    private static void requireNewest(Case found, Order order) {
        if (order.ifMatch() == null) {
            if (order.move().decides()) {
                throw Problem.of(428, "If-Match", "is needed: what is decided on is a version of the case.");
            }
            return;
        }
        if (!order.ifMatch().equals(found.tag()) && !order.ifMatch().equals("*")) {
            throw Problem.preconditionFailed("Someone else changed the investigation first.")
                    .with(
                            "state",
                            JsonNodeFactory.instance.textNode(found.state().wireName()))
                    .with("version", JsonNodeFactory.instance.numberNode(found.version()));
        }
    }

    ObjectNode detail() {
        return json.createObjectNode();
    }
}
