package org.entente.crisis.review;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.crisis.time.Repeating;

/** Forgets what was told long ago and no open review needs; the log has it, with proofs. */
@ApplicationScoped
class Forgetting {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final String FORGET = "select forget_told($1 * interval '1 second')";

    private final Pool pool;
    private final Duration keep;

    /** @param keep never less than thirty days, whatever is configured: the database sees to that */
    Forgetting(Pool pool, @ConfigProperty(name = "entente.review.keep-told", defaultValue = "P400D") Duration keep) {
        this.pool = pool;
        this.keep = keep;
    }

    void start(@Observes StartupEvent event, Repeating repeating) {
        repeating.every(EVERY, "Forgetting", () -> forget().replaceWith(false));
    }

    /** All that is old enough; every replica may, and the second finds nothing left. */
    Uni<Void> forget() {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) keep.toSeconds()))
                .replaceWithVoid();
    }
}
