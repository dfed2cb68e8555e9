package org.entente.crisis.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final List<Reading> READINGS = List.of(
            reading("grid", 80, "one", Duration.ZERO, Duration.ofHours(1), null),
            reading("grid", 60, "two", Duration.ofHours(2), null, null),
            reading("grid", 100, "two", Duration.ofHours(1), Duration.ofHours(1), null),
            reading("trust", 90, "one", Duration.ofMinutes(5), null, "XBB"),
            reading("later", 100, "one", Duration.ofMinutes(-5), null, null));

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = ';', textBlock = """
        peak('grid', 'PT10M') >= 80.0 ; true
        peak('grid', 'PT10M') > 80.0 ; false
        peak('grid', 'PT3H') >= 100.0 ; true
        count('grid', 70.0, 'PT3H') == 2 ; true
        sources('grid', 50.0, 'PT3H') >= 2 ; true
        sources('grid', 50.0, 'PT10M') >= 2 ; false
        mean('grid', 'PT3H') == 80.0 ; true
        level('grid') > 91.9 && level('grid') < 92.1 ; true
        level('nothing') == 0.0 ; true
        level('later') == 0.0 ; true
        level('grid') > 90.0 || level('trust') > 99.0 ; true
        !(level('trust') >= 90.0) ; false
        """)
    void readsIndicators(String source, boolean expected) {
        assertThat(Expression.of(source).isMet(new Readings(READINGS, NOW, null)))
                .isEqualTo(expected);
    }

    @Test
    void isCompiledOnceHoweverOftenItIsLookedAt() {
        Expression expression = Expression.of("level('looked-at-often') >= 70.0");

        assertThat(Expression.of("level('looked-at-often') >= 70.0")).isSameAs(expression);
    }

    @Test
    void readsAboutOnePartnerWhatIsAboutItOrAboutNobody() {
        Expression expression = Expression.of("level('trust') > 50.0");

        assertThat(expression.isMet(new Readings(READINGS, NOW, "XBB"))).isTrue();
        assertThat(expression.isMet(new Readings(READINGS, NOW, "XCC"))).isFalse();
    }

    @Test
    void explainsWhichSignalsWeighedHowMuch() {
        Readings readings = new Readings(READINGS, NOW, null);

        Expression.of("level('grid') > 1.0").isMet(readings);

        assertThat(readings.because()).extracting(Weighed::strength).containsExactly(80.0, 60.0, 50.0);
        assertThat(readings.because()).extracting(Weighed::weight).containsExactly(1.0, 1.0, 0.5);
    }

    @Test
    void fadesByHalfLives() {
        Reading reading = reading("grid", 80, "one", Duration.ofHours(3), Duration.ofHours(1), null);

        assertThat(reading.strength(NOW)).isCloseTo(10.0, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "level('grid')",
                "level(grid) > 1.0",
                "true",
                "level('grid') > ",
                "peak('grid', 'PT1H' + 'PT1H') > 1.0",
                "peak('grid', 'P31D') > 1.0",
                "[1, 2].all(x, x > level('grid'))",
                "unknown('grid') > 1.0"
            })
    void refusesWhatIsNoExpressionOverIndicators(String source) {
        assertThatThrownBy(() -> Expression.of(source)).isInstanceOf(RefusedExpressionException.class);
    }

    private static Reading reading(
            String indicator,
            int value,
            String source,
            Duration ago,
            @Nullable Duration halfLife,
            @Nullable String partner) {
        return new Reading(UUID.randomUUID(), indicator, value, 100, null, halfLife, partner, source, NOW.minus(ago));
    }
}
