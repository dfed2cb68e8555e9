package org.entente.access.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.entente.access.partner.Posture;
import org.entente.access.partner.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CauseTest {
    private static final Instant START = Instant.parse("2026-03-29T00:00:00Z");

    /** Over generated histories: the posture is the strictest of what is live, at every instant, whatever the order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void keepsTheBooks(long seed) {
        // given
        Random random = new Random(seed);
        List<Cause> causes = new ArrayList<>();
        List<Cause> left = new ArrayList<>();

        for (int act = 0; act < 200; act++) {
            Instant now = START.plus(Duration.ofMinutes(act));
            Instant at = now.plus(Duration.ofMinutes(random.nextInt(600) - 300));
            Posture before = Cause.strictest(causes, at);

            // when
            if (random.nextInt(3) > 0 || left.isEmpty()) {
                Cause added = Cause.of(fall(random, now), now);
                causes.add(random.nextInt(causes.size() + 1), added);
                left.add(added);

                // then: nothing that comes lets anybody be trusted more
                assertThat(before.isStricterThan(Cause.strictest(causes, at))).isFalse();
            } else {
                left.remove(random.nextInt(left.size())).lift("a, b", "Over.", now);

                // then: taking one away brings back exactly what the others say, and nothing stricter
                assertThat(Cause.strictest(causes, at)).isEqualTo(Cause.strictest(left, at));
                assertThat(Cause.strictest(causes, at).isStricterThan(before)).isFalse();
            }
            assertThat(compiled(left, now).at(at)).isEqualTo(Cause.strictest(left, at));
        }
        causes.forEach(cause -> cause.lift("a, b", "Over.", START));
        assertThat(Cause.strictest(causes, START.plus(Duration.ofDays(1)))).isEqualTo(Posture.NORMAL);
    }

    /** As the decider has it: a posture that is there, and falls with times. */
    private static Trust compiled(List<Cause> causes, Instant now) {
        List<Trust.Fall> falls = causes.stream()
                .map(cause -> new Trust.Fall(cause.posture, cause.begins, cause.ends))
                .toList();
        return new Trust.OverTime(Posture.NORMAL, falls);
    }

    private static Fall fall(Random random, Instant now) {
        Posture posture = Posture.values()[1 + random.nextInt(3)];
        Instant from = random.nextBoolean() ? null : now.plus(Duration.ofMinutes(random.nextInt(300)));
        Instant begins = from == null ? now : from;
        Instant until = random.nextBoolean() ? null : begins.plus(Duration.ofMinutes(1 + random.nextInt(300)));
        return new Fall("XBB", Cause.Kind.ANOMALY, "r" + random.nextInt(), posture, "reason", null, from, until);
    }

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({
        "2026-03-29T00:59:59.999999Z, NORMAL",
        "2026-03-29T01:00:00Z, WATCH",
        "2026-10-25T01:00:00Z, WATCH",
        "2031-01-01T00:00:00Z, WATCH"
    })
    void beginsByTheClockAcrossDaylightChangesAndAfterASleep(Instant instant, Posture posture) {
        // given
        Instant lapse = Instant.parse("2026-03-29T01:00:00Z");
        Cause cause = Cause.of(
                new Fall("XBB", Cause.Kind.LAPSE, "third-party:1", Posture.WATCH, "Lapsed.", null, lapse, null), START);

        // when
        Posture found = Cause.strictest(List.of(cause), instant);

        // then
        assertThat(found).isEqualTo(posture);
    }

    @Test
    void isTakenAwayOnce() {
        // given
        Cause cause = Cause.of(Fall.now("XBB", Cause.Kind.ANOMALY, "a1", Posture.WATCH, "Odd.", null), START);
        cause.lift("a, b", "It was an exercise.", START);

        // when
        cause.lift("c, d", "Later.", START.plusSeconds(1));

        // then
        assertThat(cause.liftedBy).isEqualTo("a, b");
    }

    @Test
    void endsByItselfOnlyIfItHasAnEnd() {
        // given
        Cause sanction = Cause.of(
                new Fall(
                        "XBB",
                        Cause.Kind.BREACH,
                        "i1",
                        Posture.CONTAINED,
                        "Breach.",
                        null,
                        START,
                        START.plusSeconds(60)),
                START);
        Cause anomaly = Cause.of(Fall.now("XBB", Cause.Kind.ANOMALY, "a1", Posture.WATCH, "Odd.", null), START);

        // when
        Posture after = Cause.strictest(List.of(sanction, anomaly), START.plusSeconds(60));

        // then
        assertThat(after).isEqualTo(Posture.WATCH);
        assertThat(Cause.lasting(List.of(sanction, anomaly), START)).isEqualTo(Posture.WATCH);
    }
}
