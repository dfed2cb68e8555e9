package org.entente.access.compromise;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Works out what a partner had seen since an instant, from the records of decisions and disclosures (G2: there is no other way to see). */
@ApplicationScoped
class Exposure {
    /** Permits only; what was shown in a list says no more than that the asset exists. */
    private static final String SEEN = """
        select inputs::json #>> '{resource,id}' as asset, inputs::json #>> '{subject,id}' as person,
            inputs::json #>> '{action,name}' as action, recorded_at,
            json_array_length(result::json #> '{context,view,portions}') as portions
        from decision
        where partner = $1 and decision and recorded_at >= $2
            and (cardinality($3::text[]) = 0 or inputs::json #>> '{subject,id}' = any ($3::text[]))\
        """;

    private static final String ASSETS = "select asset, max(portions) as portions, count(*) as decisions,"
            + " array_agg(distinct action) as actions, array_agg(distinct person) as persons,"
            + " min(recorded_at) as first, max(recorded_at) as last from (" + SEEN + ") seen"
            + " where asset > $4 group by asset order by asset limit $5";
    private static final String LISTED = """
        select count(*) as disclosures, coalesce(max((document::json ->> 'assets')::int), 0) as most,
            array_agg(distinct document::json ->> 'person') filter (where document::json ->> 'person' is not null) as persons
        from disclosure
        where partner = $1 and recorded_at >= $2
            and (cardinality($3::text[]) = 0 or document::json ->> 'person' = any ($3::text[]))\
        """;

    private final Pool pool;

    Exposure(Pool pool) {
        this.pool = pool;
    }

    /**
     * An asset that was seen.
     *
     * @param portions at most, in one decision
     * @param decisions how many permitted it
     */
    public record Seen(
            String asset,
            int portions,
            long decisions,
            List<String> actions,
            List<String> persons,
            Instant first,
            Instant last) {}

    /**
     * Lists, counts and searches that were shown.
     *
     * @param disclosures how many
     * @param mostAssets that one of them showed
     */
    public record Listed(long disclosures, int mostAssets, List<String> persons) {}

    /** A page of what was seen. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            UUID report,
            Instant since,
            List<Seen> assets,
            Listed lists,
            @Nullable String next) {}

    Uni<Page> of(CompromiseReport report, String after, int limit) {
        Object since = report.since.atOffset(ZoneOffset.UTC);
        String[] persons = report.persons().toArray(String[]::new);
        return pool.preparedQuery(ASSETS)
                .execute(Tuple.tuple(Arrays.asList(report.partner, since, persons, after, limit + 1L)))
                .map(Exposure::seen)
                .chain(seen -> pool.preparedQuery(LISTED)
                        .execute(Tuple.of(report.partner, since, persons))
                        .map(rows -> new Page(
                                report.id,
                                report.since,
                                seen.stream().limit(limit).toList(),
                                listed(rows),
                                seen.size() > limit ? seen.get(limit - 1).asset() : null)));
    }

    private static List<Seen> seen(RowSet<Row> rows) {
        List<Seen> seen = new ArrayList<>();
        for (Row row : rows) {
            seen.add(new Seen(
                    row.getString("asset"),
                    row.getInteger("portions"),
                    row.getLong("decisions"),
                    List.of(row.getArrayOfStrings("actions")),
                    List.of(row.getArrayOfStrings("persons")),
                    row.getOffsetDateTime("first").toInstant(),
                    row.getOffsetDateTime("last").toInstant()));
        }
        return seen;
    }

    private static Listed listed(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        String[] persons = row.getArrayOfStrings("persons");
        return new Listed(
                row.getLong("disclosures"), row.getInteger("most"), persons == null ? List.of() : List.of(persons));
    }
}
