package org.entente.crisis.activation;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** What operators watch: activations in force now, and those whose end is overdue to be told, which must stay 0. */
@ApplicationScoped
class Figures {
    private static final String COUNT = """
            select count(*) filter (where active_until > now()) as active,
                   count(*) filter (where coalesce(active_until, confirm_by) < now() - $1 * interval '1 second') as overrun
              from activation
             where ended_at is null""";

    private final Pool pool;
    private final ActivationSettings settings;
    private final AtomicLong active;
    private final AtomicLong overrun;

    Figures(Pool pool, ActivationSettings settings, MeterRegistry registry) {
        this.pool = pool;
        this.settings = settings;
        this.active = registry.gauge("entente.crisis.activations.active", new AtomicLong());
        this.overrun = registry.gauge("entente.crisis.activations.overrun", new AtomicLong());
    }

    Uni<Void> count() {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of((double) settings.overrunAfter().toSeconds()))
                .invoke(rows -> show(rows.iterator().next()))
                .replaceWithVoid();
    }

    private void show(Row row) {
        active.set(row.getLong("active"));
        overrun.set(row.getLong("overrun"));
    }
}
