package org.entente.access.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final WorkingHours OFFICE = new WorkingHours(
            VIENNA,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            Set.of(LocalDate.of(2026, 12, 25)));
    /** At night, when clocks are put forward and back. */
    private static final WorkingHours NIGHT =
            new WorkingHours(VIENNA, EnumSet.allOf(DayOfWeek.class), LocalTime.of(1, 0), LocalTime.of(5, 0), Set.of());

    /** Vienna is an hour ahead of UTC in winter and two in summer. */
    @ParameterizedTest(name = "{0} and {1} is {2}: {3}")
    @CsvSource({
        "2026-11-23T07:00:00Z, PT1H, 2026-11-23T08:00:00Z, from the first minute",
        "2026-11-23T02:00:00Z, PT1H, 2026-11-23T08:00:00Z, before work",
        "2026-11-23T15:30:00Z, PT1H, 2026-11-24T07:30:00Z, over night",
        "2026-11-27T15:30:00Z, PT1H, 2026-11-30T07:30:00Z, over a weekend",
        "2026-12-24T15:30:00Z, PT1H, 2026-12-28T07:30:00Z, over a holiday and a weekend",
        "2026-11-23T07:00:00Z, PT9H, 2026-11-23T16:00:00Z, a whole day",
        "2026-11-23T07:00:00Z, PT45H, 2026-11-27T16:00:00Z, a whole week",
        "2026-03-27T15:00:00Z, PT2H, 2026-03-30T07:00:00Z, from winter into summer",
        "2026-10-23T14:00:00Z, PT2H, 2026-10-26T08:00:00Z, from summer into winter",
        "2026-11-23T20:00:00Z, PT0S, 2026-11-23T20:00:00Z, nothing is done at once"
    })
    void timeIsCountedWhileSomebodyWorks(Instant start, Duration work, Instant end, String why) {
        // when
        Instant due = OFFICE.plus(start, work);

        // then
        assertThat(due).as(why).isEqualTo(end);
    }

    /** On the night of 29 March 2026 there is no 02:30 in Vienna, on that of 25 October there are two. */
    @ParameterizedTest(name = "{0} works {1}")
    @CsvSource({"2026-03-28, PT4H", "2026-03-29, PT3H", "2026-10-24, PT4H", "2026-10-25, PT5H"})
    void theNightOfTheChangeIsShorterOrLonger(LocalDate night, Duration worked) {
        // given
        Instant midnight = night.atStartOfDay(VIENNA).toInstant();

        // when
        Duration between =
                NIGHT.between(midnight, night.plusDays(1).atStartOfDay(VIENNA).toInstant());

        // then
        assertThat(between).isEqualTo(worked);
    }

    /** What is due after some work is that much work away, and from anywhere in between the rest of it. */
    @RepeatedTest(200)
    void plusAndBetweenAgree(RepetitionInfo repetition) {
        // given
        Random random = new Random(repetition.getCurrentRepetition());
        WorkingHours hours = random.nextBoolean() ? OFFICE : NIGHT;
        Instant start = Instant.parse("2026-03-20T00:00:00Z").plusSeconds(random.nextInt(86_400 * 250));
        Duration work = Duration.ofSeconds(1 + random.nextInt(3_600 * 60));

        // when
        Instant due = hours.plus(start, work);

        // then
        assertThat(hours.between(start, due)).isEqualTo(work);
        Instant paused = start.plusSeconds(
                random.nextInt((int) Duration.between(start, due).toSeconds() + 1));
        assertThat(hours.plus(paused, hours.between(paused, due))).isEqualTo(due);
    }
}
