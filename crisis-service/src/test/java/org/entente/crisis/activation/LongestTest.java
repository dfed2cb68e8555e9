package org.entente.crisis.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.crisis.activation.Longest.Course;
import org.entente.events.order.Allowance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One hour at a time, two within a day. */
class LongestTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration ONE = Duration.ofHours(1);
    private static final Allowance ALLOWANCE = new Allowance(Duration.ofHours(2), Duration.ofDays(1));

    @Test
    void isThePlansMaximumWhileEnoughIsLeft() {
        assertThat(longest(course(-180, -120, null))).isEqualTo(ONE);
    }

    @Test
    void isWhatIsLeft() {
        assertThat(longest(course(-400, -340, null), course(-300, -270, null))).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void countsAnEndAMinuteLaterThanItWas() {
        assertThat(longest(course(-400, -340, null), course(-120, -60, NOW.minusSeconds(6_000))))
                .isEqualTo(Duration.ofMinutes(39));
    }

    @Test
    void isNothingOnceAllIsUsedUp() {
        assertThat(longest(course(-400, -340, null), course(-300, -240, null), course(-200, -199, null)))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void ofWhatIsInForceIsWhatTheOthersLeave() {
        assertThat(longest(course(-1_510, -1_450, null), course(-300, -240, null), course(-20, 10, null)))
                .isEqualTo(Duration.ofMinutes(50));
    }

    private static Duration longest(Course... courses) {
        return Longest.of(ONE, ALLOWANCE, List.of(courses), NOW);
    }

    private static Course course(int from, int until, @Nullable Instant endedAt) {
        return new Course(NOW.plusSeconds(60L * from), NOW.plusSeconds(60L * until), endedAt);
    }
}
