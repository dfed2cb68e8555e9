package org.entente.audit.history;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for, as a statement. Pages go by the index in the log, forwards or backwards, so that each entry is on
 * exactly one page however much is recorded meanwhile. A time is turned into indexes first: entries are nearly in the order of time.
 *
 * @param sight what the caller may see, whatever is asked for
 * @param conditions that an entry must meet, all of them
 * @param from first instant
 * @param until first instant no more
 */
record HistoryQuery(
        HistorySight sight,
        List<Condition> conditions,
        @Nullable Instant from,
        @Nullable Instant until,
        Order order) {

    /** A column, of ours, and the value that it must have, of the caller's. */
    record Condition(String column, String value) {}

    /** Which entries come first. */
    enum Order {
        OLDEST(">", "asc"),
        NEWEST("<", "desc");

        private final String beyond;
        private final String direction;

        Order(String beyond, String direction) {
            this.beyond = beyond;
            this.direction = direction;
        }

        /** Where the first page begins. */
        long start() {
            return this == OLDEST ? -1 : Long.MAX_VALUE;
        }
    }

    // First the page, then the entry of each of its lines: a join of the two might read the log from its beginning.
    private static final String SELECT =
            "select h.index, h.at, h.kind, h.partner, h.person, h.actor, h.asset, h.action, h.purpose, h.result,"
                    + " e.recorded, e.event_id, e.event from (select * from history h where h.index ";
    private static final String ENTRY =
            ") h cross join lateral (select recorded, event_id, event from log_entry where index = h.index limit 1) e";
    private static final String FIRST_OF =
            "coalesce((select min(first_index) from history_hour where hour > $%d - interval '1 hour'), 9223372036854775807)";
    private static final String LAST_OF = "coalesce((select max(last_index) from history_hour where hour < $%d), -1)";

    /** A statement and the values in it. */
    record Prepared(String statement, Tuple values) {}

    /**
     * A page.
     *
     * @param beyond index of the last entry of the page before
     * @param limit at most so many entries
     */
    Prepared page(long beyond, int limit) {
        StringBuilder statement = new StringBuilder(SELECT).append(order.beyond).append(" $1");
        Tuple values = Tuple.tuple().addLong(beyond).addInteger(limit);
        for (Condition condition : all()) {
            values.addString(condition.value());
            statement
                    .append(" and h.")
                    .append(condition.column())
                    .append(" = $")
                    .append(values.size());
        }
        if (from != null) {
            values.addValue(from.atOffset(ZoneOffset.UTC));
            statement.append(" and h.at >= $").append(values.size());
            statement.append(" and h.index >= ").append(String.format(FIRST_OF, values.size()));
        }
        if (until != null) {
            values.addValue(until.atOffset(ZoneOffset.UTC));
            statement.append(" and h.at < $").append(values.size());
            statement.append(" and h.index <= ").append(String.format(LAST_OF, values.size()));
        }
        String sorted = " order by h.index " + order.direction;
        statement.append(sorted).append(" limit $2").append(ENTRY).append(sorted);
        return new Prepared(statement.toString(), values);
    }

    private List<Condition> all() {
        List<Condition> all = new ArrayList<>(conditions);
        all.addAll(sight.conditions());
        return all;
    }
}
