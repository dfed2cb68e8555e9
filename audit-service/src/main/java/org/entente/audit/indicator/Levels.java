package org.entente.audit.indicator;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.audit.indicator.Series.Scope;
import org.entente.audit.indicator.Series.Sum;
import org.jboss.logging.Logger;

/** Now and then: what there is today (grants that are live, and used), and the indicators of thirty days as metrics. */
@ApplicationScoped
class Levels {

    private static final Logger LOG = Logger.getLogger(Levels.class);
    private static final int DAYS = 30;
    // Every replica writes the same; whoever comes last is right.
    private static final String GRANTS =
            "insert into indicator_day (indicator, partner, agency, part, day, count, met, seconds, longest)"
                    + " select 'grants-in-use', coalesce(partner, ''), '', '', (now() at time zone 'utc')::date, count(*),"
                    + " count(*) filter (where greatest(used, since) > now() - make_interval(secs => $1)), 0, 0"
                    + " from indicator_open where kind = 'GRANT' and partner is not null and (due is null or due > now())"
                    + " group by grouping sets ((), (partner))"
                    + " on conflict (indicator, partner, agency, part, day) do update"
                    + " set count = excluded.count, met = excluded.met";

    private final Pool pool;
    private final Vertx vertx;
    private final SeriesTables tables;
    private final Targets targets;
    private final IndicatorConfig config;
    private final MultiGauge shares;
    private final MultiGauge means;
    private final MultiGauge aimed;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;

    Levels(
            Pool pool,
            Vertx vertx,
            SeriesTables tables,
            Targets targets,
            IndicatorConfig config,
            MeterRegistry registry) {
        this.pool = pool;
        this.vertx = vertx;
        this.tables = tables;
        this.targets = targets;
        this.config = config;
        this.shares = MultiGauge.builder("entente.indicator.share")
                .description("Share of cases of the last thirty days that met the target")
                .register(registry);
        this.means = MultiGauge.builder("entente.indicator.mean")
                .description("How long a case of the last thirty days took")
                .baseUnit("seconds")
                .register(registry);
        this.aimed = MultiGauge.builder("entente.indicator.as.aimed")
                .description("1 if the last thirty days are as aimed at, else 0")
                .register(registry);
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
        level().chain(this::measure)
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

    private Uni<Void> measure() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Scope month = new Scope(null, null, today.minusDays(DAYS), today.plusDays(1));
        return targets.inForce(pool)
                .chain(aims -> tables.sums(pool, month).invoke(sums -> show(aims, sums)))
                .replaceWithVoid();
    }

    private void show(Targets.Aims aims, Map<Indicator, Sum> sums) {
        List<MultiGauge.Row<?>> shown = new ArrayList<>();
        List<MultiGauge.Row<?>> took = new ArrayList<>();
        List<MultiGauge.Row<?>> good = new ArrayList<>();
        sums.forEach((indicator, sum) -> {
            Tags tags = Tags.of("indicator", indicator.wireName());
            Target target = aims.of(indicator);
            if (sum.count() > 0 && indicator.unit() != Indicator.Unit.COUNT) {
                double share = (double) sum.met() / sum.count();
                shown.add(MultiGauge.Row.of(tags, share));
                took.add(MultiGauge.Row.of(tags, (double) sum.seconds() / sum.count()));
                good.add(MultiGauge.Row.of(tags, target.isMetBy(share) ? 1 : 0));
            }
        });
        shares.register(shown, true);
        means.register(took, true);
        aimed.register(good, true);
    }
}
