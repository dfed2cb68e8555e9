package org.entente.events.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.entente.events.order.Allowance.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AllowanceTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final int MINUTES = 600;

    static IntStream seeds() {
        return IntStream.range(0, 1_000);
    }

    @ParameterizedTest(name = "four hours within a day, one of them at {0} minutes for {1}: {2} minutes at noon → {3}")
    @CsvSource(textBlock = """
            -120,  60, 180, true
            -120,  60, 181, false
            -120, 180, 120, true
            -120, 240, 180, false
               0, 120, 240, true
              60,  60, 240, true
              60, 181, 240, false
           -1500,  60, 240, true
           -1470,  60, 240, false
           -1470,  60, 210, true
            """)
    void countsWhatIsInForceOnceAndForADay(int start, int minutes, int asked, boolean isCovered) {
        Allowance allowance = new Allowance(Duration.ofHours(4), Duration.ofDays(1));

        boolean covered = allowance.covers(span(0, asked), List.of(span(start, minutes)));

        assertThat(covered).isEqualTo(isCovered);
    }

    @Test
    void tellsWhatIsLeft() {
        Allowance allowance = new Allowance(Duration.ofHours(4), Duration.ofDays(1));

        Duration left = allowance.left(NOON, List.of(span(-120, 60), span(-1470, 60)));

        assertThat(left).isEqualTo(Duration.ofMinutes(150));
        assertThat(allowance.covers(span(0, 150), List.of(span(-120, 60), span(-1470, 60))))
                .isTrue();
    }

    /** In any order, backdated, overlapping: no window ever has more than was agreed. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noWindowHasMore(int seed) {
        // given
        Random random = new Random(seed);
        int atMost = 1 + random.nextInt(60);
        int within = atMost + random.nextInt(120);
        Allowance allowance = new Allowance(Duration.ofMinutes(atMost), Duration.ofMinutes(within));
        List<Span> carriedOut = new ArrayList<>();

        // when
        for (int order = 0; order < 40; order++) {
            Span asked = span(random.nextInt(MINUTES - 60), 1 + random.nextInt(60));
            if (allowance.covers(asked, carriedOut)) {
                carriedOut.add(asked);
                Collections.shuffle(carriedOut, random);
            }
        }

        // then
        BitSet inForce = minutes(carriedOut);
        for (int from = 0; from < MINUTES; from++) {
            assertThat(inForce.get(from, from + within).cardinality())
                    .as("within %s from %s", within, from)
                    .isLessThanOrEqualTo(atMost);
        }
    }

    private static BitSet minutes(List<Span> spans) {
        BitSet minutes = new BitSet();
        spans.forEach(span -> minutes.set(minute(span.from()), minute(span.until())));
        return minutes;
    }

    private static int minute(Instant instant) {
        return (int) Duration.between(NOON, instant).toMinutes();
    }

    private static Span span(int start, int minutes) {
        Instant from = NOON.plus(Duration.ofMinutes(start));
        return new Span(from, from.plus(Duration.ofMinutes(minutes)));
    }
}
