package org.entente.access.desk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A section that is a query.
 *
 * @param query of the columns of an entry, with the partner as {@code $1}, the agency as {@code $2}, seconds ahead as
 *     {@code $3} and the number of rows as {@code $4}
 */
record SqlSection(String name, String query, Pool pool) implements Section {

    @Override
    public Uni<List<Entry>> entries(Filter filter) {
        Tuple parameters = Tuple.from(Arrays.asList(
                filter.partner(), filter.agency(), (double) filter.within().toSeconds(), filter.most() + 1));
        return pool.preparedQuery(query).execute(parameters).map(rows -> {
            List<Entry> entries = new ArrayList<>();
            rows.forEach(row -> entries.add(entry(row)));
            return entries;
        });
    }

    private static Entry entry(Row row) {
        var at = row.getOffsetDateTime("at");
        return new Entry(
                row.getString("href"),
                row.getString("title"),
                row.getString("partner"),
                row.getString("agency"),
                row.getString("state"),
                at == null ? null : at.toInstant(),
                row.getBoolean("late"));
    }
}
