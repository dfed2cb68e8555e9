package org.entente.catalog.attachment;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets what was uploaded and never used. */
@ApplicationScoped
class Forgetting {
    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    private final Uploads uploads;
    private final Vertx vertx;
    private final Duration keptFor;

    Forgetting(Uploads uploads, Vertx vertx, AttachmentConfig config) {
        this.uploads = uploads;
        this.vertx = vertx;
        this.keptFor = config.keptFor();
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(Duration.ofHours(1).toMillis(), ignored -> uploads.forget(keptFor)
                .subscribe()
                .with(forgotten -> {}, fault -> LOG.warnf("Old uploads are still there: %s", fault.getMessage())));
    }
}
