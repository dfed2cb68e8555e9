package org.entente.catalog.shelf;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the shelf as the assets are: soon after each change, and before anybody looks. */
@ApplicationScoped
public class Shelving {
    private static final Logger LOG = Logger.getLogger(Shelving.class);
    private static final long TIMER_MILLIS = 1_000;
    private static final int LOOKS = 3;
    /** While very much is coming, readers get what is there already. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Pool pool;
    private final Vertx vertx;
    private final ShelvingBatch batch;
    private @Nullable Uni<Void> draining;
    private volatile boolean stopped;

    Shelving(Pool pool, Vertx vertx, ShelvingBatch batch) {
        this.pool = pool;
        this.vertx = vertx;
        this.batch = batch;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(TIMER_MILLIS, ignored -> look(LOOKS).subscribe().with(done -> {}, fault -> {
            if (!stopped) {
                LOG.warnf("Objects wait for the shelf: %s", fault.getMessage());
            }
        }));
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** What was listed before is on the shelf then, unless there is very much of it. */
    public Uni<Void> catchUp() {
        return look(LOOKS)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithUni(Shelving::done)
                .emitOn(MutinyHelper.executor(Vertx.currentContext()));
    }

    /** Who joins a run that is nearly over may have come too late for it, so it looks again. */
    private Uni<Void> look(int times) {
        return pool.query("select exists (select from shelf_queue where due <= now())")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0))
                .chain(isWaiting ->
                        isWaiting && times > 0 && !stopped ? drained().chain(() -> look(times - 1)) : done());
    }

    private synchronized Uni<Void> drained() {
        if (draining == null) {
            draining = drain().eventually(this::ended).memoize().indefinitely();
        }
        return draining;
    }

    private synchronized void ended() {
        draining = null;
    }

    private Uni<Void> drain() {
        return pool.withTransaction(batch::shelve).chain(shelved -> shelved == 0 || stopped ? done() : drain());
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
