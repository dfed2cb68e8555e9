package org.entente.audit.transparency;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What was contributed to a period, within bounds. */
@ApplicationScoped
class Contributions {

    // A person has another pseudonym each month, and so counts up to its bound in each.
    private static final String FIND = "select cell, partner, person, sum(count)::bigint as count from contribution"
            + " where month >= $1 and month < $2 group by cell, partner, person";

    Uni<Map<Cell, Long>> bounded(SqlClient transaction, Period period, Mechanism mechanism) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(period.from(), period.until()))
                .map(rows -> {
                    Map<Cell, Map<String, Map<String, Long>>> all = new EnumMap<>(Cell.class);
                    rows.forEach(row -> Cell.of(row.getString("cell")).ifPresent(cell -> add(all, cell, row)));
                    Map<Cell, Long> bounded = new EnumMap<>(Cell.class);
                    all.forEach((cell, partners) -> bounded.put(cell, mechanism.bounded(partners.values())));
                    return bounded;
                });
    }

    private static void add(Map<Cell, Map<String, Map<String, Long>>> all, Cell cell, Row row) {
        all.computeIfAbsent(cell, ignored -> new HashMap<>())
                .computeIfAbsent(row.getString("partner"), ignored -> new HashMap<>())
                .put(row.getString("person"), row.getLong("count"));
    }
}
