package org.entente.audit.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.entente.audit.indicator.Open.Key;
import org.entente.audit.indicator.Open.Kind;
import org.entente.audit.indicator.Open.Whose;
import org.jspecify.annotations.Nullable;

/** The statements with which series are written, within a transaction. */
final class IndicatorTables {

    private static final String FIND = "select kind, key, since, due, used, partner, agency, note from indicator_open"
            + " where (kind, key) in (select * from unnest($1::text[], $2::text[]))";
    private static final String WRITE =
            "insert into indicator_open (kind, key, since, due, used, partner, agency, note) select * from unnest("
                    + "$1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[],"
                    + " $8::text[]) on conflict (kind, key) do update set since = excluded.since, due = excluded.due,"
                    + " used = excluded.used, partner = excluded.partner, agency = excluded.agency, note = excluded.note";
    private static final String DELETE =
            "delete from indicator_open where (kind, key) in (select * from unnest($1::text[], $2::text[]))";
    private static final String ADD =
            "insert into indicator_day (indicator, partner, agency, part, day, count, met, seconds, longest) select * from unnest("
                    + "$1::text[], $2::text[], $3::text[], $4::text[], $5::date[], $6::bigint[], $7::bigint[], $8::bigint[],"
                    + " $9::bigint[]) on conflict (indicator, partner, agency, part, day) do update set"
                    + " count = indicator_day.count + excluded.count, met = indicator_day.met + excluded.met,"
                    + " seconds = indicator_day.seconds + excluded.seconds,"
                    + " longest = greatest(indicator_day.longest, excluded.longest)";

    private final SqlClient transaction;

    IndicatorTables(SqlClient transaction) {
        this.transaction = transaction;
    }

    /** What is open of these. */
    Uni<List<Open>> open(List<Key> keys) {
        return transaction.preparedQuery(FIND).execute(columns(keys)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(IndicatorTables::open)
                .toList());
    }

    Uni<Void> write(List<Open> all) {
        Tuple columns = columns(all.stream().map(Open::key).toList())
                .addArrayOfOffsetDateTime(times(all, Open::since))
                .addArrayOfOffsetDateTime(times(all, Open::due))
                .addArrayOfOffsetDateTime(times(all, Open::used))
                .addArrayOfString(texts(all, one -> one.whose().partner()))
                .addArrayOfString(texts(all, one -> one.whose().agency()))
                .addArrayOfString(texts(all, Open::note));
        return execute(all, WRITE, columns);
    }

    Uni<Void> delete(List<Key> keys) {
        return execute(keys, DELETE, columns(keys));
    }

    Uni<Void> add(Map<Tally.Row, Tally.Sums> sums) {
        Collection<Tally.Row> rows = sums.keySet();
        Tuple columns = Tuple.tuple()
                .addArrayOfString(texts(rows, row -> row.indicator().wireName()))
                .addArrayOfString(texts(rows, Tally.Row::partner))
                .addArrayOfString(texts(rows, Tally.Row::agency))
                .addArrayOfString(texts(rows, Tally.Row::part))
                .addArrayOfLocalDate(rows.stream().map(Tally.Row::day).toArray(LocalDate[]::new))
                .addArrayOfLong(numbers(sums, one -> one.count))
                .addArrayOfLong(numbers(sums, one -> one.met))
                .addArrayOfLong(numbers(sums, one -> one.seconds))
                .addArrayOfLong(numbers(sums, one -> one.longest));
        return execute(rows, ADD, columns);
    }

    private Uni<Void> execute(Collection<?> rows, String statement, Tuple columns) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(statement).execute(columns).replaceWithVoid();
    }

    private static Open open(Row row) {
        return new Open(
                new Key(Kind.valueOf(row.getString("kind")), row.getString("key")),
                row.getOffsetDateTime("since").toInstant(),
                instant(row.getOffsetDateTime("due")),
                instant(row.getOffsetDateTime("used")),
                new Whose(row.getString("partner"), row.getString("agency")),
                row.getString("note"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Tuple columns(List<Key> keys) {
        return Tuple.tuple()
                .addArrayOfString(texts(keys, key -> key.kind().name()))
                .addArrayOfString(texts(keys, Key::id));
    }

    private static <T> @Nullable String[] texts(Collection<T> all, Function<T, @Nullable String> column) {
        return all.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime[] times(List<Open> all, Function<Open, @Nullable Instant> column) {
        return all.stream()
                .map(column)
                .map(time -> time == null ? null : time.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static Long[] numbers(Map<Tally.Row, Tally.Sums> sums, Function<Tally.Sums, Long> column) {
        return sums.values().stream().map(column).toArray(Long[]::new);
    }
}
