package org.entente.audit.examination;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Examinations as they are stored; every change is an event for the log, addressed to nobody. */
@ApplicationScoped
class Examinations {

    private static final String UPDATE =
            "update examination set state = $2, version = version + 1, end_index = $3, invited_by = $4,"
                    + " commitment = $5, checkpoint = $6, nonce = $7, opinion = $8 where id = $1 returning "
                    + Examination.COLUMNS;
    private static final String INSERT = "insert into examination"
            + " (id, title, subject, name, nation, opens, closes, first_index, end_index, sample, state, proposed_by)"
            + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'proposed', $11) returning " + Examination.COLUMNS;

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    Examinations(Pool pool, Outbox outbox, ObjectMapper json) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** What a move changes, once it is known to be legal. */
    interface Change {
        Uni<Examination> make(SqlClient transaction, Examination next);
    }

    /** Who wants to do what. */
    record Order(
            Move move,
            Caller caller,
            String actor,
            @Nullable String ifMatch) {
        static Order of(Move move, Caller caller, @Nullable String ifMatch) {
            return new Order(move, caller, caller.actor(), ifMatch);
        }
    }

    /** A 404 problem where there is none. */
    Uni<Examination> find(SqlClient database, UUID id, String lock) {
        return database.preparedQuery("select " + Examination.COLUMNS + " from examination where id = $1" + lock)
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound();
                    }
                    return Examination.of(rows.iterator().next());
                });
    }

    /** The examination, for whom there is one: auditors of the home side, and the examiner in their time. */
    Uni<Examination> read(SqlClient database, UUID id, Caller caller) {
        return find(database, id, "").invoke(found -> {
            if (found.mover(caller).part() == Mover.Part.STRANGER) {
                throw Problem.notFound();
            }
        });
    }

    Uni<List<Examination>> all(SqlClient database) {
        return database.preparedQuery(
                        "select " + Examination.COLUMNS + " from examination order by created desc, id limit 1000")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Examination::of)
                        .toList());
    }

    Uni<Examination> insert(Tuple values, String actor) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(INSERT)
                .execute(values)
                .map(rows -> Examination.of(rows.iterator().next()))
                .call(made -> announce(transaction, made, "proposed", actor)));
    }

    /** One transaction for the rule, the change and the event. Of two at once one wins; the other gets 412. */
    Uni<Examination> make(UUID id, Order order, Change change) {
        return pool.withTransaction(transaction -> find(transaction, id, " for update")
                .map(found -> {
                    Mover mover = found.mover(order.caller());
                    State next = order.move().from(found.state(), found.proposedBy(), mover);
                    requireNewest(found, order.ifMatch());
                    return found.in(next);
                })
                .chain(next -> change.make(transaction, next))
                .chain(changed -> update(transaction, changed))
                .call(stored -> announce(transaction, stored, order.move().wireName(), order.actor())));
    }

    private static void requireNewest(Examination found, @Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(428, "If-Match", "is needed: what is decided on is a version of the examination.");
        }
        if (!ifMatch.equals(found.tag()) && !ifMatch.equals("*")) {
            throw Problem.preconditionFailed("Someone else changed the examination first.");
        }
    }

    private static Uni<Examination> update(SqlClient transaction, Examination changed) {
        return transaction
                .preparedQuery(UPDATE)
                .execute(Tuple.tuple()
                        .addUUID(changed.id())
                        .addString(changed.state().wireName())
                        .addLong(changed.scope().end())
                        .addString(changed.invitedBy())
                        .addString(changed.lot().commitment())
                        .addString(changed.lot().checkpoint())
                        .addString(changed.lot().nonce())
                        .addString(changed.opinion()))
                .map(rows -> Examination.of(rows.iterator().next()));
    }

    private Uni<Void> announce(SqlClient transaction, Examination about, String move, String actor) {
        ObjectNode data = json.createObjectNode()
                .put("move", move)
                .put("state", about.state().wireName())
                .put("version", about.version())
                .put(
                        "examiner",
                        about.examiner().name() + "@" + about.examiner().nation())
                .put("opens", about.opens().toString())
                .put("closes", about.closes().toString())
                .put("commitment", about.lot().commitment())
                .put("checkpoint", about.lot().checkpoint())
                .put("nonce", about.lot().nonce());
        return announce(
                transaction, Event.of(EventTypes.EXAMINATION_CHANGED, about.id().toString(), null, actor, data));
    }

    Uni<Void> announce(SqlClient transaction, Event event) {
        return outbox.append(transaction, List.of(event));
    }
}
