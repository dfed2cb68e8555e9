package org.entente.audit.examination;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.entente.audit.follow.Follower;
import org.entente.audit.follow.Logged;
import org.entente.events.EventTypes;
import org.jspecify.annotations.Nullable;

/** Notes what access-service tells of samples: decisions taken again, and the policies of their epochs. */
@ApplicationScoped
class ExaminationFollower implements Follower {

    private static final String INSERT =
            "insert into examination_answer (examination, index, kind, subject, epoch, same)"
                    + " select $1, $2, $3, $4, $5, $6 where exists (select from examination where id = $1) on conflict do nothing";

    @Override
    public String name() {
        return "examination";
    }

    @Override
    public Uni<Void> take(SqlClient transaction, List<Logged> entries) {
        return Multi.createFrom()
                .iterable(entries)
                .filter(entry -> kind(entry) != null && examination(entry) != null)
                .onItem()
                .transformToUniAndConcatenate(entry -> note(transaction, entry))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> note(SqlClient transaction, Logged entry) {
        Tuple values = Tuple.tuple()
                .addUUID(examination(entry))
                .addLong(entry.index())
                .addString(kind(entry))
                .addString(entry.subject())
                .addLong(entry.data().path("epoch").asLong(0))
                .addBoolean(entry.data().has("same") ? entry.data().path("same").asBoolean(false) : null);
        return transaction.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    private static @Nullable String kind(Logged entry) {
        return switch (entry.type()) {
            case EventTypes.DECISION_REPLAYED -> "replay";
            case EventTypes.POLICY_STATED -> "policy";
            default -> null;
        };
    }

    private static @Nullable UUID examination(Logged entry) {
        try {
            String text = entry.text("examination");
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noIdentifier) {
            return null;
        }
    }
}
