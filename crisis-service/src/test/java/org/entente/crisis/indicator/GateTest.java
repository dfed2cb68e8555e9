package org.entente.crisis.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final Gate.Inertia AT_ONCE = new Gate.Inertia(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    static IntStream seeds() {
        return IntStream.range(0, 1_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverFlaps(int seed) {
        // given
        Random random = new Random(seed);
        Gate.Inertia inertia = new Gate.Inertia(span(random), span(random), span(random));
        List<Instant> turns = new ArrayList<>();
        Gate gate = Gate.SHUT;
        Instant now = START;

        // when
        for (int step = 0; step < 500; step++) {
            now = now.plusMillis(random.nextInt(20_000));
            Gate next = gate.next(random.nextBoolean(), random.nextBoolean(), now, inertia);
            if (next.isOpen() != gate.isOpen()) {
                turns.add(now);
            }
            gate = next;
        }

        // then
        for (int turn = 1; turn < turns.size(); turn++) {
            assertThat(Duration.between(turns.get(turn - 1), turns.get(turn))).isGreaterThanOrEqualTo(inertia.hold());
        }
    }

    @Test
    void opensAtOnceWhereNothingSlowsIt() {
        assertThat(Gate.SHUT.next(true, false, START, AT_ONCE).isOpen()).isTrue();
    }

    @Test
    void staysOpenInTheBandBetweenTheThresholds() {
        Gate open = Gate.SHUT.next(true, false, START, AT_ONCE);

        Gate later = open.next(false, false, START.plusSeconds(3600), AT_ONCE);

        assertThat(later.isOpen()).isTrue();
    }

    @Test
    void waitsUntilItWasCalledForLongEnoughWithoutABreak() {
        Gate.Inertia slow = new Gate.Inertia(Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO);
        Gate called = Gate.SHUT.next(true, false, START, slow);

        Gate interrupted = called.next(false, true, START.plusSeconds(5), slow);

        assertThat(called.next(true, false, START.plusSeconds(10), slow).isOpen())
                .isTrue();
        assertThat(interrupted.next(true, false, START.plusSeconds(10), slow).isOpen())
                .isFalse();
    }

    @Test
    void doesNotTurnEarlyWhenTheClockIsPutBack() {
        Gate.Inertia slow = new Gate.Inertia(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(30));
        Gate called = Gate.SHUT.next(true, false, START, slow);

        Gate before = called.next(true, false, START.minusSeconds(3600), slow);

        assertThat(before.isOpen()).isFalse();
        assertThat(before.next(true, false, START.minusSeconds(3595), slow).isOpen())
                .isFalse();
    }

    private static Duration span(Random random) {
        return Duration.ofSeconds(random.nextInt(60));
    }
}
