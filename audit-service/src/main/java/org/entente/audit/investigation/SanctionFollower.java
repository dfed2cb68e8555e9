package org.entente.audit.investigation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.entente.audit.follow.Follower;
import org.entente.audit.follow.Logged;
import org.entente.audit.investigation.Move.Mover;
import org.entente.audit.investigation.Move.Part;
import org.entente.audit.investigation.Moves.Order;
import org.entente.audit.investigation.Moves.Step;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** Notes on a case what access-service did about it, as the log tells. */
@ApplicationScoped
class SanctionFollower implements Follower {

    private static final String KNOWN = "select 1 from investigation where id = $1 and state in ('breach', 'closed')";
    private static final String INSERT =
            "insert into sanction (index, investigation, agreement, partner, step, until, at)"
                    + " values ($1, $2, $3, $4, $5, $6, $7)";
    private static final Order ORDER = new Order(
            Move.NOTE_SANCTION,
            new Mover("access-service", Part.SERVICE),
            new Person(null, "access-service", null),
            null);

    private final Moves moves;
    private final ObjectMapper json;

    SanctionFollower(Moves moves, ObjectMapper json) {
        this.moves = moves;
        this.json = json;
    }

    @Override
    public String name() {
        return "investigation";
    }

    @Override
    public Uni<Void> take(SqlClient transaction, List<Logged> entries) {
        Uni<Void> taken = Uni.createFrom().voidItem();
        for (Logged entry : entries) {
            UUID id = entry.type().equals(EventTypes.SANCTION_APPLIED) ? id(entry.text("investigation")) : null;
            if (id != null) {
                taken = taken.chain(() -> transaction.preparedQuery(KNOWN).execute(Tuple.of(id)))
                        .chain(rows -> rows.size() == 0
                                ? Uni.createFrom().voidItem()
                                : note(transaction, id, entry).replaceWithVoid());
            }
        }
        return taken;
    }

    private Uni<Case> note(SqlClient transaction, UUID id, Logged entry) {
        String step = entry.data().path("step").asText("unknown");
        ObjectNode detail = json.createObjectNode()
                .put("index", entry.index())
                .put("agreement", entry.text("agreement"))
                .put("step", step)
                .put("until", entry.text("until"));
        Tuple values = Tuple.tuple()
                .addLong(entry.index())
                .addUUID(id)
                .addString(entry.text("agreement"))
                .addString(entry.text("partner"))
                .addString(step)
                .addString(entry.text("until"))
                .addOffsetDateTime(entry.at().atOffset(ZoneOffset.UTC));
        return moves.make(transaction, id, ORDER, (same, next) -> same.preparedQuery(INSERT)
                .execute(values)
                .replaceWith(() -> Step.of(next, detail)));
    }

    /** Another service's text may be anything. */
    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
