package org.entente.crisis.signal;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Has the watchers look: at once when a signal has come, and regularly, since signals fade. Every replica looks; what they write is
 * locked by row, so that the first one turns a gate and the others find it turned.
 */
@ApplicationScoped
public class Watching {
    private static final Logger LOG = Logger.getLogger(Watching.class);

    private static final long SOON = 50;

    private final Vertx vertx;
    private final List<Watcher> watchers;
    private final MeterRegistry metrics;
    /** 0: idle; 1: looking; 2: looking, and once more afterwards. */
    private final AtomicInteger state = new AtomicInteger();

    private volatile boolean stopped;

    Watching(Vertx vertx, @All List<Watcher> watchers, MeterRegistry metrics) {
        this.vertx = vertx;
        this.watchers = watchers;
        this.metrics = metrics;
    }

    void start(
            @Observes StartupEvent event,
            @ConfigProperty(name = "entente.indicator.look-every", defaultValue = "PT0.5S") Duration every) {
        vertx.setPeriodic(every.toMillis(), ignored -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Something has come: look now, or once more if somebody is looking already. */
    public void look() {
        if (!stopped && state.getAndUpdate(before -> before == 0 ? 1 : 2) == 0) {
            round();
        }
    }

    /** Something is about to be committed: look when it is. */
    public void soon() {
        vertx.setTimer(SOON, ignored -> look());
    }

    private void round() {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> everybody().subscribe().with(done -> again(), fault -> again()));
    }

    private void again() {
        boolean isMore = state.getAndUpdate(before -> before == 2 && !stopped ? 1 : 0) == 2;
        if (isMore && !stopped) {
            round();
        }
    }

    /** One that fails keeps no other from looking. */
    private Uni<Void> everybody() {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Watcher watcher : watchers) {
            all = all.chain(watcher::look).onFailure().recoverWithUni(fault -> {
                metrics.counter("entente.crisis.watch.failed").increment();
                LOG.warnf("Indicators are looked at late: %s", fault.getMessage());
                return Uni.createFrom().voidItem();
            });
        }
        return all;
    }
}
