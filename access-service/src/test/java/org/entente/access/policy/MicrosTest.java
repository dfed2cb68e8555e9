package org.entente.access.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MicrosTest {
    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    static Stream<Instant> instants() {
        return Stream.of(
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.EPOCH.minusNanos(1_000),
                Instant.EPOCH,
                NOON,
                Instant.parse("9999-12-31T23:59:59.999999Z"));
    }

    @ParameterizedTest
    @MethodSource("instants")
    void aWholeMicrosecondIsItself(Instant instant) {
        // when
        long micros = Micros.of(instant);

        // then
        assertThat(Micros.instant(micros)).isEqualTo(instant);
        assertThat(Micros.from(instant)).isEqualTo(micros);
    }

    @ParameterizedTest
    @MethodSource("instants")
    void liesBetweenAlwaysAndNever(Instant instant) {
        // when
        long micros = Micros.of(instant);

        // then
        assertThat(micros).isGreaterThan(Micros.from(Instant.MIN));
        assertThat(micros).isLessThan(Micros.from(Instant.MAX)).isLessThan(Micros.from(null));
    }

    @Test
    void whatBeginsWithinAMicrosecondDoesSoWithTheNext() {
        // when
        long from = Micros.from(NOON.plusNanos(1));

        // then
        assertThat(from).isEqualTo(Micros.of(NOON) + 1);
    }
}
