package org.entente.audit.indicator;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.audit.indicator.Series.Point;
import org.entente.audit.indicator.SeriesTables.Whole;

/**
 * The indicators of the last thirty days as metrics: of all, of each partner and of each agency. Both at once have no metric, and of
 * many partners or agencies only those with the most cases do: each value of a tag costs whoever keeps the metrics.
 */
@ApplicationScoped
class IndicatorMetrics {

    private static final int DAYS = 30;
    private static final String ALL = "all";

    private final Pool pool;
    private final SeriesTables tables;
    private final Targets targets;
    private final IndicatorConfig config;
    private final MultiGauge cases;
    private final MultiGauge shares;
    private final MultiGauge means;
    private final MultiGauge aimed;

    IndicatorMetrics(Pool pool, SeriesTables tables, Targets targets, IndicatorConfig config, MeterRegistry registry) {
        this.pool = pool;
        this.tables = tables;
        this.targets = targets;
        this.config = config;
        this.cases = gauge("cases", "Cases of the last thirty days").register(registry);
        this.shares = gauge("share", "Share of cases of the last thirty days that met the target")
                .register(registry);
        this.means = gauge("mean", "How long a case of the last thirty days took")
                .baseUnit("seconds")
                .register(registry);
        this.aimed = gauge("as.aimed", "1 if the last thirty days are as aimed at, else 0")
                .register(registry);
    }

    private static MultiGauge.Builder gauge(String name, String description) {
        return MultiGauge.builder("entente.indicator." + name).description(description);
    }

    Uni<Void> measure() {
        LocalDate since = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS);
        return targets.inForce(pool)
                .chain(aims -> tables.each(pool, since).invoke(all -> show(aims, since, all)))
                .replaceWithVoid();
    }

    private void show(Targets.Aims aims, LocalDate since, List<Whole> all) {
        Set<String> partners = most(all, Whole::partner, config.mostMeasured());
        Set<String> agencies = most(all, Whole::agency, config.mostMeasured());
        List<MultiGauge.Row<?>> counted = new ArrayList<>();
        List<MultiGauge.Row<?>> shown = new ArrayList<>();
        List<MultiGauge.Row<?>> took = new ArrayList<>();
        List<MultiGauge.Row<?>> good = new ArrayList<>();
        for (Whole one : all) {
            if (!partners.contains(one.partner()) || !agencies.contains(one.agency())) {
                continue;
            }
            Point point = Point.of(since, one.sum(), one.indicator(), aims.of(one.indicator()));
            Tags tags = tags(one);
            counted.add(MultiGauge.Row.of(tags, point.count()));
            if (point.share() != null) {
                shown.add(MultiGauge.Row.of(tags, point.share()));
            }
            if (point.mean() != null) {
                took.add(MultiGauge.Row.of(tags, point.mean().toSeconds()));
            }
            if (point.asAimed() != null) {
                good.add(MultiGauge.Row.of(tags, point.asAimed() ? 1 : 0));
            }
        }
        cases.register(counted, true);
        shares.register(shown, true);
        means.register(took, true);
        aimed.register(good, true);
    }

    /** All, and those of which there are the most cases, the first by name where there are as many. */
    static Set<String> most(List<Whole> all, Function<Whole, String> name, int limit) {
        Map<String, Long> cases = all.stream()
                .filter(one -> !name.apply(one).isEmpty())
                .collect(Collectors.groupingBy(name, TreeMap::new, Collectors.summingLong(one -> one.sum()
                        .count())));
        Set<String> most = cases.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        most.add("");
        return most;
    }

    private static Tags tags(Whole one) {
        return Tags.of(
                "indicator",
                one.indicator().wireName(),
                "partner",
                one.partner().isEmpty() ? ALL : one.partner(),
                "agency",
                one.agency().isEmpty() ? ALL : one.agency());
    }
}
