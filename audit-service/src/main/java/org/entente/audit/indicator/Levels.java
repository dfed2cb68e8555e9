package org.entente.audit.indicator;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Now and then: what there is today (grants that are live, and used), and the metrics. */
@ApplicationScoped
class Levels {

    private static final Logger LOG = Logger.getLogger(Levels.class);
    // Every replica writes the same; whoever comes last is right.
    private static final String GRANTS =
            "insert into indicator_day (indicator, partner, agency, part, day, count, met, seconds, longest)"
                    + " select 'grants-in-use', coalesce(partner, ''), coalesce(agency, ''), '', (now() at time zone 'utc')::date, count(*),"
                    + " count(*) filter (where greatest(used, since) > now() - make_interval(secs => $1)), 0, 0"
                    + " from indicator_open where kind = 'GRANT' and partner is not null and (due is null or due > now())"
                    + " group by grouping sets ((), (partner), (agency), (partner, agency))"
                    // What is of no agency is in the sums of all of them already.
                    + " having grouping(agency) = 1 or agency is not null"
                    + " on conflict (indicator, partner, agency, part, day) do update"
                    + " set count = excluded.count, met = excluded.met";

    private final Pool pool;
    private final Vertx vertx;
    private final IndicatorConfig config;
    private final IndicatorMetrics metrics;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;

    Levels(Pool pool, Vertx vertx, IndicatorConfig config, IndicatorMetrics metrics) {
        this.pool = pool;
        this.vertx = vertx;
        this.config = config;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.refreshed().toMillis(), ignored -> refresh());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void refresh() {
        if (stopped || !busy.compareAndSet(false, true)) {
            return;
        }
        level().chain(metrics::measure)
                .eventually(() -> busy.set(false))
                .subscribe()
                .with(done -> {}, fault -> {
                    if (!stopped) {
                        LOG.warnf("Indicators were not brought up to date: %s", fault.getMessage());
                    }
                });
    }

    /** Writes what there is today. */
    Uni<Void> level() {
        return pool.preparedQuery(GRANTS)
                .execute(Tuple.of((double) config.unusedAfter().toSeconds()))
                .replaceWithVoid();
    }
}
