package org.entente.crisis.review;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.crisis.review.Facts.Deadline;
import org.jspecify.annotations.Nullable;

/** What had to be done by a time: the second person, the duties of the plan, and whoever was called. */
@ApplicationScoped
class Deadlines {
    private static final String DUTIES = """
        select lower(who) || ': ' || what as what, due, done_at as done from duty
         where activation::text = $1 order by due, what limit 200\
        """;

    /** How soon somebody acknowledged, against the time that the first level has. */
    private static final String CALLS = """
        select subject, (data::json ->> 'subject') as what, (data::json ->> 'due')::timestamptz as due,
               (select min(at) from chronicle acknowledged where acknowledged.subject = opened.subject
                   and acknowledged.type = 'org.entente.crisis.escalation.acknowledged.v1') as done
          from chronicle opened
         where type = 'org.entente.crisis.escalation.opened.v1' and activation = $1
           and data::json ->> 'due' is not null
         order by at limit 200\
        """;

    private final Pool pool;

    Deadlines(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Deadline>> of(UUID activation, Row row) {
        return rows(DUTIES, activation, "")
                .chain(duties -> rows(CALLS, activation, "acknowledge: ").map(calls -> {
                    List<Deadline> all = new ArrayList<>();
                    if (row.getString("confirmed_by") != null) {
                        all.add(deadline(
                                "confirmation by a second person",
                                FactFinder.instant(row, "confirm_by"),
                                FactFinder.instant(row, "active_from")));
                    }
                    all.addAll(duties);
                    all.addAll(calls);
                    return List.copyOf(all);
                }));
    }

    private Uni<List<Deadline>> rows(String query, UUID activation, String before) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(activation.toString()))
                .map((RowSet<Row> rows) -> {
                    List<Deadline> all = new ArrayList<>();
                    for (Row each : rows) {
                        OffsetDateTime done = each.getOffsetDateTime("done");
                        all.add(deadline(
                                before + each.getString("what"),
                                FactFinder.instant(each, "due"),
                                done == null ? null : done.toInstant()));
                    }
                    return all;
                });
    }

    static Deadline deadline(String what, Instant due, @Nullable Instant done) {
        return new Deadline(what, due, done, done != null && !done.isAfter(due));
    }
}
