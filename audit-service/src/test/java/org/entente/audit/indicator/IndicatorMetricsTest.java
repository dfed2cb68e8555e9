package org.entente.audit.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.entente.audit.indicator.Series.Sum;
import org.entente.audit.indicator.SeriesTables.Whole;
import org.junit.jupiter.api.Test;

class IndicatorMetricsTest {

    @Test
    void ofManyOnlyThoseWithTheMostCasesAreMeasuredAndAllTogetherAlways() {
        // given
        List<Whole> all = List.of(of("", 100), of("XBB", 2), of("XCC", 2), of("XDD", 3), of("XBB", 2), of("XEE", 3));

        // when
        Set<String> measured = IndicatorMetrics.most(all, Whole::partner, 2);

        // then
        assertThat(measured).containsExactlyInAnyOrder("", "XBB", "XDD");
    }

    private static Whole of(String partner, long cases) {
        return new Whole(Indicator.FIRST_VIEW, partner, "", new Sum(cases, 0, 0, 0, 1));
    }
}
