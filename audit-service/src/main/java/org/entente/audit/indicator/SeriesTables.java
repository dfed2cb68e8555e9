package org.entente.audit.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
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
import org.entente.audit.indicator.Series.Compared;
import org.entente.audit.indicator.Series.Point;
import org.entente.audit.indicator.Series.Scope;
import org.entente.audit.indicator.Series.Sum;

/** Reads series. */
@ApplicationScoped
class SeriesTables {

    private static final String COLUMNS =
            "sum(count)::bigint as count, sum(met)::bigint as met, sum(seconds)::bigint as seconds,"
                    + " max(longest) as longest, count(*) as days from indicator_day";
    private static final String SUMS = COLUMNS + " where partner = $1 and agency = $2 and day >= $3 and day < $4";
    private static final String SERIES = "select date_trunc($6, day::timestamp)::date as start, part, " + SUMS
            + " and indicator = $5 group by start, part order by start, part";
    private static final String ALL = "select indicator, " + SUMS + " and part = '' group by indicator";
    private static final String COMPARED = "select true as is_partner, partner as name, " + COLUMNS
            + " where partner <> '' and agency = $2 and day >= $3 and day < $4 and indicator = $5 and part = ''"
            + " group by partner union all select false, agency, " + COLUMNS
            + " where agency <> '' and partner = $1 and day >= $3 and day < $4 and indicator = $5 and part = ''"
            + " group by agency";
    private static final String EACH = "select indicator, partner, agency, " + COLUMNS
            + " where day >= $1 and part = '' and (partner = '' or agency = '') group by indicator, partner, agency";
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

    /** What of, when and how finely. */
    private record Asked(Indicator indicator, Scope scope, Series.Step step, Target target) {

        Point whole(Sum sum) {
            return Point.of(scope.from(), sum, indicator, target);
        }
    }

    /** Sums of an indicator; an empty partner or agency is all of them. */
    record Whole(Indicator indicator, String partner, String agency, Sum sum) {}

    Uni<Series> series(SqlClient database, Indicator indicator, Scope scope, Series.Step step) {
        Tuple values = tuple(scope).addString(indicator.wireName()).addString(step.wireName());
        return targets.inForce(database)
                .map(aims -> new Asked(indicator, scope, step, aims.of(indicator)))
                .chain(asked -> compared(database, asked).chain(compared -> database.preparedQuery(SERIES)
                        .execute(values)
                        .map(rows -> series(asked, list(rows), compared))));
    }

    private static Uni<Compared> compared(SqlClient database, Asked asked) {
        return database.preparedQuery(COMPARED)
                .execute(tuple(asked.scope()).addString(asked.indicator().wireName()))
                .map(rows -> {
                    Map<String, Point> partners = new TreeMap<>();
                    Map<String, Point> agencies = new TreeMap<>();
                    for (Row row : rows) {
                        String name = row.getString("name");
                        (row.getBoolean("is_partner") ? partners : agencies).put(name, asked.whole(sum(row)));
                    }
                    return new Compared(partners, agencies);
                });
    }

    /** Every indicator since a day: of all, of each partner and of each agency, as far as anything happened. */
    Uni<List<Whole>> each(SqlClient database, LocalDate since) {
        return database.preparedQuery(EACH).execute(Tuple.of(since)).map(rows -> list(rows).stream()
                .flatMap(row -> Indicator.of(row.getString("indicator")).stream()
                        .map(one -> new Whole(one, row.getString("partner"), row.getString("agency"), sum(row))))
                .toList());
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
        return database.preparedQuery(query).execute().map(rows -> list(rows).stream()
                .map(row -> row.getString("name"))
                .toList());
    }

    private static Series series(Asked asked, List<Row> rows, Compared compared) {
        Map<String, List<Point>> parts = new TreeMap<>();
        Sum whole = Sum.NOTHING;
        for (Row row : rows) {
            String part = row.getString("part");
            if (part.isEmpty()) {
                whole = whole.plus(sum(row));
            }
            LocalDate start = row.getLocalDate("start");
            parts.computeIfAbsent(part, ignored -> new ArrayList<>())
                    .add(Point.of(start, sum(row), asked.indicator(), asked.target()));
        }
        List<Point> points = Objects.requireNonNullElse(parts.remove(""), List.of());
        return new Series(
                asked.indicator(),
                asked.indicator().title(),
                asked.indicator().unit(),
                asked.scope(),
                asked.step(),
                asked.target(),
                points.isEmpty() ? null : asked.whole(whole),
                points,
                parts,
                asked.indicator().dimensions(),
                compared);
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
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
