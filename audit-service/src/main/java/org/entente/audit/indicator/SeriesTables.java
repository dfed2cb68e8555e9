package org.entente.audit.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.entente.audit.indicator.Series.Point;
import org.entente.audit.indicator.Series.Scope;
import org.entente.audit.indicator.Series.Sum;

/** Reads series. */
@ApplicationScoped
class SeriesTables {

    private static final String SUMS =
            "sum(count)::bigint as count, sum(met)::bigint as met, sum(seconds)::bigint as seconds,"
                    + " max(longest) as longest, count(*) as days from indicator_day"
                    + " where partner = $1 and agency = $2 and day >= $3 and day < $4";
    private static final String SERIES = "select date_trunc($6, day::timestamp)::date as start, part, " + SUMS
            + " and indicator = $5 group by start, part order by start, part";
    private static final String ALL = "select indicator, " + SUMS + " and part = '' group by indicator";
    private static final String PARTNERS =
            "select distinct partner as name from indicator_day where partner <> '' order by name";
    private static final String AGENCIES =
            "select distinct agency as name from indicator_day where agency <> '' order by name";

    private final Targets targets;

    SeriesTables(Targets targets) {
        this.targets = targets;
    }

    /** For whom there are series. */
    record Known(List<String> partners, List<String> agencies) {}

    Uni<Series> series(SqlClient database, Indicator indicator, Scope scope, Series.Step step) {
        Tuple values = tuple(scope).addString(indicator.wireName()).addString(step.wireName());
        return targets.inForce(database).chain(aims -> database.preparedQuery(SERIES)
                .execute(values)
                .map(rows -> series(
                        indicator,
                        scope,
                        step,
                        aims.of(indicator),
                        StreamSupport.stream(rows.spliterator(), false).toList())));
    }

    /** Each indicator over the whole time, as far as anything happened. */
    Uni<Map<Indicator, Sum>> sums(SqlClient database, Scope scope) {
        return database.preparedQuery(ALL).execute(tuple(scope)).map(rows -> {
            Map<Indicator, Sum> sums = new EnumMap<>(Indicator.class);
            rows.forEach(row ->
                    Indicator.of(row.getString("indicator")).ifPresent(indicator -> sums.put(indicator, sum(row))));
            return sums;
        });
    }

    Uni<Known> known(SqlClient database) {
        return names(database, PARTNERS)
                .chain(partners -> names(database, AGENCIES).map(agencies -> new Known(partners, agencies)));
    }

    private static Uni<List<String>> names(SqlClient database, String query) {
        return database.preparedQuery(query).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("name"))
                .toList());
    }

    private static Series series(Indicator indicator, Scope scope, Series.Step step, Target target, List<Row> rows) {
        Map<String, List<Point>> parts = new TreeMap<>();
        Sum whole = Sum.NOTHING;
        for (Row row : rows) {
            String part = row.getString("part");
            if (part.isEmpty()) {
                whole = whole.plus(sum(row));
            }
            LocalDate start = row.getLocalDate("start");
            parts.computeIfAbsent(part, ignored -> new ArrayList<>()).add(Point.of(start, sum(row), indicator, target));
        }
        List<Point> points = Objects.requireNonNullElse(parts.remove(""), List.of());
        return new Series(
                indicator,
                indicator.title(),
                indicator.unit(),
                scope,
                step,
                target,
                points.isEmpty() ? null : Point.of(scope.from(), whole, indicator, target),
                points,
                parts);
    }

    private static Sum sum(Row row) {
        return new Sum(
                row.getLong("count"),
                row.getLong("met"),
                row.getLong("seconds"),
                row.getLong("longest"),
                row.getLong("days"));
    }

    private static Tuple tuple(Scope scope) {
        return Tuple.tuple()
                .addString(Objects.requireNonNullElse(scope.partner(), ""))
                .addString(Objects.requireNonNullElse(scope.agency(), ""))
                .addLocalDate(scope.from())
                .addLocalDate(scope.until());
    }
}
