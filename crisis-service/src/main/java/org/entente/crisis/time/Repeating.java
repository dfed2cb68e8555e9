package org.entente.crisis.time;

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
 * Work that every replica repeats. What is due it learns from the database, by the database's clock, so that a restart
 * forgets nothing; that a thing is done once is the work's own business.
 */
@ApplicationScoped
public class Repeating {
    private static final Logger LOG = Logger.getLogger(Repeating.class);

    private final Vertx vertx;
    private volatile boolean stopped;

    Repeating(Vertx vertx) {
        this.vertx = vertx;
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /**
     * Starts some work again and again, never twice at the same time.
     *
     * @param work says whether there may be more, which is then done at once
     */
    public void every(Duration pause, String name, Supplier<Uni<Boolean>> work) {
        AtomicBoolean busy = new AtomicBoolean();
        vertx.setPeriodic(pause.toMillis(), ignored -> {
            if (!stopped && busy.compareAndSet(false, true)) {
                go(name, work, busy);
            }
        });
    }

    private void go(String name, Supplier<Uni<Boolean>> work, AtomicBoolean busy) {
        Uni.createFrom().deferred(work::get).subscribe().with(isMore -> goOn(isMore, name, work, busy), fault -> {
            busy.set(false);
            if (!stopped) {
                LOG.warnf("%s has to wait: %s", name, fault.getMessage());
            }
        });
    }

    private void goOn(boolean isMore, String name, Supplier<Uni<Boolean>> work, AtomicBoolean busy) {
        if (isMore && !stopped) {
            vertx.runOnContext(ignored -> go(name, work, busy));
        } else {
            busy.set(false);
        }
    }
}
