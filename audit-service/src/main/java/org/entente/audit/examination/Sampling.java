package org.entente.audit.examination;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.events.EventTypes;
import org.entente.tlog.Draw;
import org.jspecify.annotations.Nullable;

/**
 * Walks along a draw until there are enough decisions. What is no decision is passed over, and shown to the examiner, who sees that
 * it was passed over rightly: the home side cannot leave a decision out.
 */
@ApplicationScoped
class Sampling {

    private static final int STEP = 250;
    // Where there are hardly any decisions, a walk ends all the same.
    private static final int FARTHEST = 10_000;
    private static final String FIND = "select index, type, subject from log_entry where index = any($1)";
    private static final String INSERT = "insert into examination_item (examination, position, index, type, decision)"
            + " select $1, * from unnest($2::integer[], $3::bigint[], $4::text[], $5::text[])";

    /** What the walk came by. */
    private record Passed(long index, String type, @Nullable String decision) {}

    /** Keeps what the walk came by; answers the decisions of the sample. */
    Uni<List<String>> sample(SqlClient transaction, Examination about, Draw draw) {
        List<Passed> walk = new ArrayList<>();
        return walk(transaction, about.scope().sample(), draw, walk)
                .chain(() -> insert(transaction, about.id(), walk))
                .map(done -> decisions(walk));
    }

    private Uni<Void> walk(SqlClient transaction, int wanted, Draw draw, List<Passed> walk) {
        List<Long> indexes = walk.size() >= FARTHEST ? List.of() : draw.next(STEP);
        if (indexes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfLong(indexes.toArray(Long[]::new)))
                .chain(rows -> {
                    Map<Long, Passed> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getLong("index"), passed(row)));
                    for (long index : indexes) {
                        Passed passed = found.get(index);
                        if (passed != null && decisions(walk).size() < wanted) {
                            walk.add(passed);
                        }
                    }
                    return decisions(walk).size() < wanted
                            ? walk(transaction, wanted, draw, walk)
                            : Uni.createFrom().voidItem();
                });
    }

    private static Passed passed(Row row) {
        boolean isDecision = row.getString("type").equals(EventTypes.DECISION_MADE);
        return new Passed(row.getLong("index"), row.getString("type"), isDecision ? row.getString("subject") : null);
    }

    private static List<String> decisions(List<Passed> walk) {
        List<String> decisions = new ArrayList<>();
        for (Passed passed : walk) {
            if (passed.decision() != null) {
                decisions.add(passed.decision());
            }
        }
        return decisions;
    }

    private static Uni<Void> insert(SqlClient transaction, UUID id, List<Passed> walk) {
        Tuple columns = Tuple.tuple()
                .addUUID(id)
                .addArrayOfInteger(IntStream.range(0, walk.size()).boxed().toArray(Integer[]::new))
                .addArrayOfLong(walk.stream().map(Passed::index).toArray(Long[]::new))
                .addArrayOfString(walk.stream().map(Passed::type).toArray(String[]::new))
                .addArrayOfString(walk.stream().map(Passed::decision).toArray(String[]::new));
        return transaction.preparedQuery(INSERT).execute(columns).replaceWithVoid();
    }
}
