package org.entente.audit.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties over generated habits. */
class BaselineTest {

    private static final double SENSITIVITY = 4;
    private static final double FLOOR = 10;

    static Stream<Random> seeds() {
        return IntStream.range(0, 50).mapToObj(Random::new);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsUsualIsWithinTheLimitAndTenTimesThatIsNot(Random random) {
        // given
        double usual = 5 + random.nextInt(200);
        Baseline baseline = learned(random, usual, 60);

        // when
        double limit = baseline.limit(SENSITIVITY, FLOOR);

        // then
        assertThat(limit).isGreaterThan(usual).isLessThan(10 * usual + FLOOR);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSingleValueHoweverLargeRaisesTheLimitMuch(Random random) {
        // given
        Baseline baseline = learned(random, 5 + random.nextInt(200), 60);
        double before = baseline.limit(SENSITIVITY, FLOOR);

        // when
        baseline.learn(1e9, before);

        // then
        assertThat(baseline.limit(SENSITIVITY, FLOOR)).isLessThan(before * 2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLimitIsNeverBelowTheFloorNorWhatWasAllowed(Random random) {
        // given
        Baseline baseline = learned(random, random.nextInt(5), 30);
        double allowed = random.nextInt(500);

        // when
        baseline.allow(allowed);

        // then
        assertThat(baseline.limit(SENSITIVITY, FLOOR)).isGreaterThanOrEqualTo(Math.max(FLOOR, allowed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aChangeOfHabitsIsLearnedInTime(Random random) {
        // given
        Baseline baseline = learned(random, 20, 60);

        // when
        for (int hour = 0; hour < 200; hour++) {
            baseline.learn(60 * noise(random), baseline.limit(SENSITIVITY, FLOOR));
        }

        // then
        assertThat(baseline.usual()).isBetween(40.0, 80.0);
    }

    @Test
    void nothingLearnedIsTheFloor() {
        // given
        Baseline baseline = new Baseline();

        // when
        double limit = baseline.limit(SENSITIVITY, FLOOR);

        // then
        assertThat(limit).isEqualTo(FLOOR);
    }

    private static Baseline learned(Random random, double usual, int hours) {
        Baseline baseline = new Baseline();
        for (int hour = 0; hour < hours; hour++) {
            baseline.learn(usual * noise(random), baseline.limit(SENSITIVITY, FLOOR));
        }
        return baseline;
    }

    private static double noise(Random random) {
        return Math.exp(random.nextGaussian() * 0.3);
    }
}
