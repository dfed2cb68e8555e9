package org.entente.access.tick;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Work that is repeated while the service runs. It reads from the database what is due by the database's clock, so that a
 * restart forgets nothing and a long sleep only delays; that one replica alone does a thing is up to the work.
 */
@ApplicationScoped
public class Ticks {
    private static final Logger LOG = Logger.getLogger(Ticks.class);

    private final Vertx vertx;
    private volatile boolean stopped;

    Ticks(Vertx vertx) {
        this.vertx = vertx;
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Repeats work, at once as long as it says that there is more, then again after a while; one run at a time. */
    public void repeat(String name, Duration every, Supplier<Uni<Boolean>> work) {
        AtomicBoolean running = new AtomicBoolean();
        vertx.setPeriodic(every.toMillis(), ignored -> {
            if (!stopped && running.compareAndSet(false, true)) {
                run(name, work, running);
            }
        });
    }

    private void run(String name, Supplier<Uni<Boolean>> work, AtomicBoolean running) {
        Uni.createFrom().deferred(work::get).subscribe().with(isMore -> done(name, work, running, isMore), fault -> {
            running.set(false);
            if (!stopped) {
                LOG.warnf("Put off: %s: %s", name, fault.getMessage());
            }
        });
    }

    private void done(String name, Supplier<Uni<Boolean>> work, AtomicBoolean running, boolean isMore) {
        if (isMore && !stopped) {
            run(name, work, running);
        } else {
            running.set(false);
        }
    }
}
