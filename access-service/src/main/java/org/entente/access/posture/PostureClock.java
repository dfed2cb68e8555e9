package org.entente.access.posture;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.access.epoch.Epoch;
import org.entente.access.partner.Partner;
import org.jboss.logging.Logger;

/**
 * Tells what the clock has changed of postures. Nothing is decided otherwise for it: decisions weigh causes at their own
 * instant, also while nobody has noticed that one has begun or is over.
 */
@ApplicationScoped
class PostureClock {
    private static final Logger LOG = Logger.getLogger(PostureClock.class);

    private final Postures postures;
    private final Vertx vertx;
    private final Duration every;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean stopped;

    PostureClock(
            Postures postures,
            Vertx vertx,
            @ConfigProperty(name = "entente.posture.notice-every", defaultValue = "PT15S") Duration every) {
        this.postures = postures;
        this.vertx = vertx;
        this.every = every;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(every.toMillis(), ignored -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void look() {
        if (stopped || !looking.compareAndSet(false, true)) {
            return;
        }
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(ignored -> notice().onTermination()
                .invoke(() -> looking.set(false))
                .subscribe()
                .with(done -> {}, fault -> LOG.warnf("Changed postures are told late: %s", fault.getMessage())));
    }

    Uni<Void> notice() {
        return Panache.withTransaction(PostureClock::changed)
                .onItem()
                .transformToMulti(codes -> Multi.createFrom().iterable(codes))
                .onItem()
                .transformToUniAndConcatenate(code -> Panache.withTransaction(() -> postures.notice(code)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Those of whom something else was told than what is. */
    private static Uni<List<String>> changed() {
        return Partner.<Partner>listAll().chain(partners -> Epoch.now().chain(now -> Multi.createFrom()
                .iterable(partners)
                .onItem()
                .transformToUniAndConcatenate(partner -> Postures.of(partner)
                        .map(causes -> Cause.strictest(causes, now) == partner.told() ? "" : partner.code))
                .filter(code -> !code.isEmpty())
                .collect()
                .asList()));
    }
}
