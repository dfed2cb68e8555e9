package org.entente.access.simulation;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets simulations when their time is over. */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final SimulationStore store;
    private final SimulationSettings settings;
    private final Vertx vertx;

    Housekeeping(SimulationStore store, SimulationSettings settings, Vertx vertx) {
        this.store = store;
        this.settings = settings;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(Duration.ofMinutes(10).toMillis(), ignored -> forget());
    }

    private void forget() {
        store.forget(settings.keptFor())
                .subscribe()
                .with(ignored -> {}, fault -> LOG.warnf("Old simulations are still there: %s", fault.getMessage()));
    }
}
