package org.entente.audit.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.audit.follow.Follower;
import org.entente.audit.follow.Logged;
import org.jspecify.annotations.Nullable;

/** Writes down what each entry of the log is searched by. */
@ApplicationScoped
class HistoryFollower implements Follower {

    private static final String INSERT = "insert into history"
            + " (index, at, kind, partner, person, actor, asset, action, purpose, result) select * from unnest("
            + "$1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],"
            + " $9::text[], $10::text[])";
    private static final String WIDEN = "insert into history_hour as known (hour, first_index, last_index)"
            + " select * from unnest($1::timestamptz[], $2::bigint[], $3::bigint[]) on conflict (hour) do update set"
            + " first_index = least(known.first_index, excluded.first_index),"
            + " last_index = greatest(known.last_index, excluded.last_index)";

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Uni<Void> take(SqlClient transaction, List<Logged> entries) {
        List<Traits> rows = entries.stream().map(Traits::of).toList();
        return transaction
                .preparedQuery(INSERT)
                .execute(columns(rows))
                .chain(() -> transaction.preparedQuery(WIDEN).execute(hours(rows)))
                .replaceWithVoid();
    }

    private static Tuple columns(List<Traits> rows) {
        return Tuple.tuple()
                .addArrayOfLong(rows.stream().map(Traits::index).toArray(Long[]::new))
                .addArrayOfOffsetDateTime(
                        rows.stream().map(row -> utc(row.at())).toArray(OffsetDateTime[]::new))
                .addArrayOfString(texts(rows, Traits::kind))
                .addArrayOfString(texts(rows, Traits::partner))
                .addArrayOfString(texts(rows, Traits::person))
                .addArrayOfString(texts(rows, Traits::actor))
                .addArrayOfString(texts(rows, Traits::asset))
                .addArrayOfString(texts(rows, Traits::action))
                .addArrayOfString(texts(rows, Traits::purpose))
                .addArrayOfString(texts(rows, Traits::result));
    }

    private static Tuple hours(List<Traits> rows) {
        Map<Instant, LongSummaryStatistics> hours = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.at().truncatedTo(ChronoUnit.HOURS),
                        TreeMap::new,
                        Collectors.summarizingLong(Traits::index)));
        return Tuple.of(
                hours.keySet().stream().map(HistoryFollower::utc).toArray(OffsetDateTime[]::new),
                hours.values().stream().map(LongSummaryStatistics::getMin).toArray(Long[]::new),
                hours.values().stream().map(LongSummaryStatistics::getMax).toArray(Long[]::new));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String[] texts(List<Traits> rows, Function<Traits, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
