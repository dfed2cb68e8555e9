package org.entente.crisis.board;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.http.Problem;

/**
 * Tells those who look when the situation has changed, and nothing of how: what they may see of it they ask for. One look a
 * second for all of a replica's viewers, and none while there are none.
 */
@ApplicationScoped
class Live {
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** A login does not last longer either; the browser comes back by itself. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int MOST_VIEWERS = 200;

    /** A digest of all that any board shows; what the clock alone changes is among it. */
    private static final String DIGEST = """
        select md5(concat_ws(' ',
            (select string_agg(id::text || revision, ',' order by id) from activation
              where ended_at is null and coalesce(active_until, confirm_by) > clock_timestamp()),
            (select count(*) from expedited), (select count(*) from fetched),
            (select max(reported_at) from signal), (select count(*) from board_message),
            (select string_agg(id::text || version, ',' order by id) from escalation where state <> 'RESOLVED'),
            (select string_agg(id::text, ',' order by id) from exercise where state = 'RUNNING'))) as digest\
        """;

    private final Pool pool;
    private final AtomicInteger viewers = new AtomicInteger();
    private final Multi<String> changes;

    Live(Pool pool) {
        this.pool = pool;
        this.changes = Multi.createFrom()
                .ticks()
                .every(LOOK)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(ignored -> digest())
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    /** A digest at once, and another whenever something has changed; ends after a while. */
    Multi<String> changes() {
        if (viewers.incrementAndGet() > MOST_VIEWERS) {
            viewers.decrementAndGet();
            throw Problem.unavailable("Too many look at the board from here.");
        }
        return Multi.createBy()
                .concatenating()
                .streams(digest().toMulti(), changes)
                .skip()
                .repetitions()
                .select()
                .first(LONGEST)
                .onTermination()
                .invoke(viewers::decrementAndGet);
    }

    /** While the database is away the situation is not known to have changed. */
    private Uni<String> digest() {
        return pool.query(DIGEST)
                .execute()
                .map(rows -> rows.iterator().next().getString("digest"))
                .onFailure()
                .recoverWithItem("unknown");
    }
}
