package org.entente.access.simulation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.entente.access.decision.Cases;

/**
 * The decisions recorded in a period, oldest first. Read page by page and in the order of an index that begins with the
 * epoch: no decision of an epoch is recorded after one of the next.
 */
final class RecordedDecisions implements Source {
    private static final Duration READS_WITHIN = Duration.ofSeconds(30);
    private static final String BOUNDS = """
            (epoch, recorded_at) >= ((select coalesce(max(epoch), 0) from policy_change where at <= $1), $1)
            and (epoch, recorded_at) < ((select coalesce(max(epoch), 0) from policy_change where at <= $2), $2)
            and recorded_at >= $1""";
    /** Counts no further than to the limit and one more. */
    private static final String COUNT =
            "select count(*) as found from (select 1 from decision where " + BOUNDS + " limit $3) counted";
    /** A page is over at so many rows or characters, whichever is first, but holds one row at least. */
    private static final String PAGE = """
            select id, epoch, recorded_at, inputs from (
                select *, sum(octet_length(inputs)) over (order by epoch, recorded_at, id) - octet_length(inputs) as ahead
                from (select * from decision where %s and (epoch, recorded_at, id) > ($3, $4, $5)
                      order by epoch, recorded_at, id limit $6) page) measured
            where ahead < $7 order by epoch, recorded_at, id""".formatted(BOUNDS);

    private final Pool pool;
    private final Cases cases;
    private final Period period;
    private final SimulationSettings settings;
    private final Queue<Row> page = new ArrayDeque<>();
    private long epoch;
    private OffsetDateTime recordedAt;
    private UUID id = new UUID(0, 0);

    RecordedDecisions(Pool pool, Cases cases, Period period, SimulationSettings settings) {
        this.pool = pool;
        this.cases = cases;
        this.period = period;
        this.settings = settings;
        this.recordedAt = period.from().atOffset(ZoneOffset.UTC);
    }

    /** How many there are; counted up to {@code limit} and one more. */
    Uni<Long> count(long limit) {
        return pool.preparedQuery(COUNT)
                .execute(bounds(period).addLong(limit + 1))
                .map(rows -> rows.iterator().next().getLong("found"));
    }

    @Override
    public Optional<Item> next() {
        if (page.isEmpty()) {
            read();
        }
        Row row = page.poll();
        if (row == null) {
            return Optional.empty();
        }
        epoch = row.getLong("epoch");
        recordedAt = row.getOffsetDateTime("recorded_at");
        id = row.getUUID("id");
        return Optional.of(new Item(new Origin(id, null), epoch, cases.recorded(row.getString("inputs"))));
    }

    private void read() {
        Tuple parameters = bounds(period)
                .addLong(epoch)
                .addOffsetDateTime(recordedAt)
                .addUUID(id)
                .addInteger(settings.pageSize())
                .addLong(settings.pageCharacters());
        pool.preparedQuery(PAGE)
                .execute(parameters)
                .await()
                .atMost(READS_WITHIN)
                .forEach(page::add);
    }

    private static Tuple bounds(Period period) {
        return Tuple.of(period.from().atOffset(ZoneOffset.UTC), period.until().atOffset(ZoneOffset.UTC));
    }
}
