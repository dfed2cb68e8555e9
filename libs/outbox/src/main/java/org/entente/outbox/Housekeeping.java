package org.entente.outbox;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets what no repetition can ask for any more: keys after a day, applied events long after Kafka has forgotten them. */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final Pool pool;
    private final Vertx vertx;

    Housekeeping(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(Duration.ofHours(1).toMillis(), ignored -> {
            forget("delete from idempotency where at < now() - interval '1 day'");
            forget("delete from inbox where at < now() - interval '90 days'");
        });
    }

    private void forget(String statement) {
        pool.query(statement)
                .execute()
                .subscribe()
                .with(ignored -> {}, fault -> LOG.warnf("Housekeeping failed: %s", fault.getMessage()));
    }
}
