package org.entente.audit.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Series.Compared ALONE = new Series.Compared(Map.of(), Map.of());
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @Test
    void sharesFillTheScaleUpToOneAndTheTargetHasItsLine() {
        // given
        Target target = new Target(null, 0.5, null);
        Series series = series(Indicator.REQUESTS_IN_TIME, target, new Series.Sum(4, 4, 0, 0, 1));

        // when
        Chart chart = Chart.of(series);

        // then
        assertThat(chart.columns()).hasSize(1);
        assertThat(chart.columns().get(0).y()).isEqualTo("10.0");
        assertThat(chart.columns().get(0).text()).isEqualTo("2026-11-01: 100 %, 4 in all");
        assertThat(chart.target()).isEqualTo(new Chart.Mark("93.0", "50 %"));
    }

    @Test
    void timesAreScaledToTheLongestOrTheTarget() {
        // given
        Target target = new Target(Duration.ofDays(4), null, null);
        Series series = series(Indicator.FIRST_VIEW, target, new Series.Sum(1, 1, 2 * 86_400, 2 * 86_400, 1));

        // when
        Chart chart = Chart.of(series);

        // then
        assertThat(chart.target()).isEqualTo(new Chart.Mark("10.0", "4.0 days"));
        assertThat(chart.columns().get(0).height()).isEqualTo("83.0");
    }

    @Test
    void ofNothingNothingIsDrawn() {
        Series nothing = new Series(
                Indicator.WITHHELD,
                "",
                Indicator.Unit.COUNT,
                scope(),
                Series.Step.DAY,
                Target.NONE,
                null,
                List.of(),
                Map.of(),
                Set.of(),
                ALONE);
        assertThat(Chart.of(nothing).columns()).isEmpty();
    }

    private static Series series(Indicator indicator, Target target, Series.Sum sum) {
        Series.Point point = Series.Point.of(DAY, sum, indicator, target);
        return new Series(
                indicator,
                "",
                indicator.unit(),
                scope(),
                Series.Step.DAY,
                target,
                point,
                List.of(point),
                Map.of(),
                Set.of(),
                ALONE);
    }

    private static Series.Scope scope() {
        return new Series.Scope(null, null, DAY, DAY.plusDays(1));
    }
}
