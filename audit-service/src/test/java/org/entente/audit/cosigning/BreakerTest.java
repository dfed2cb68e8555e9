package org.entente.audit.cosigning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void aWitnessIsSparedAfterThreeFailuresInARowAndEachTimeLonger() {
        Breaker twice = Breaker.FRESH.failed(NOW).failed(NOW);
        Breaker thrice = twice.failed(NOW);

        assertThat(twice.allows(NOW)).isTrue();
        assertThat(thrice.allows(NOW.plusSeconds(4))).isFalse();
        assertThat(thrice.allows(NOW.plusSeconds(5))).isTrue();
        assertThat(thrice.failed(NOW).allows(NOW.plusSeconds(9))).isFalse();
        assertThat(thrice.failed(NOW).allows(NOW.plusSeconds(10))).isTrue();
    }

    @Test
    void itIsNeverSparedForLongerThanFiveMinutes() {
        Breaker breaker = Breaker.FRESH;
        for (int failure = 0; failure < 100; failure++) {
            breaker = breaker.failed(NOW);
        }

        assertThat(breaker.allows(NOW.plus(Duration.ofMinutes(5)))).isTrue();
    }
}
