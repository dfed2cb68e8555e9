package org.entente.access.decision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Records decisions that use licences, together with what they use (decision record 0047). The decisions of one request
 * at a time, apart from all others: who asks for nothing that is controlled never waits for a licence.
 */
final class LicensedDecisions {
    private static final String RECORD =
            "select * from record_licensed_decisions($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    private LicensedDecisions() {}

    static Uni<DecisionLog.Outcome> record(Pool pool, DecisionRows rows, List<Take> takes) {
        long start = System.nanoTime();
        return pool.preparedQuery(RECORD).execute(tuple(rows, takes)).map(answer -> outcome(answer, start));
    }

    private static Tuple tuple(DecisionRows rows, List<Take> takes) {
        return rows.tuple()
                .addArrayOfUUID(takes.stream().map(Take::decision).toArray(UUID[]::new))
                .addArrayOfUUID(takes.stream().map(Take::licence).toArray(UUID[]::new))
                .addArrayOfString(takes.stream().map(Take::key).toArray(String[]::new));
    }

    private static DecisionLog.Outcome outcome(RowSet<Row> answer, long start) {
        Map<UUID, Set<UUID>> spent = new HashMap<>();
        for (Row row : answer) {
            switch (row.getString("outcome")) {
                case "RECORDED" -> {
                    return new DecisionLog.Recorded(start);
                }
                case "SHORT" -> spent.computeIfAbsent(row.getUUID("decision"), decision -> new HashSet<>())
                        .add(row.getUUID("licence"));
                default -> {
                    return new DecisionLog.Outdated();
                }
            }
        }
        return spent.isEmpty() ? new DecisionLog.Outdated() : new DecisionLog.Spent(spent);
    }
}
