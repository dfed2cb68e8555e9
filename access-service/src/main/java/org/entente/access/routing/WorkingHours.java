package org.entente.access.routing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When people work, by the clock on their wall: a day on which that clock is put forward or back is as many hours shorter or
 * longer as its working hours are.
 *
 * @param zone of the time zone database
 * @param from on each working day
 * @param until on the same day
 * @param holidays on which nobody works
 */
@RegisterForReflection
public record WorkingHours(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime until, Set<LocalDate> holidays) {
    /** Nothing takes longer; a guard against hours that are never worked. */
    private static final int MOST_DAYS = 3_660;

    public WorkingHours {
        days = Set.copyOf(days);
        holidays = holidays == null ? Set.of() : Set.copyOf(holidays);
    }

    private record Window(Instant from, Instant until) {
        Duration length() {
            return from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO;
        }

        Window after(Instant instant) {
            return from.isBefore(instant) ? new Window(instant, until) : this;
        }

        Window before(Instant instant) {
            return until.isAfter(instant) ? new Window(from, instant) : this;
        }
    }

    /** When that much working time after an instant has passed. */
    public Instant plus(Instant start, Duration work) {
        LocalDate day = start.atZone(zone).toLocalDate();
        Duration rest = work;
        for (int number = 0; number < MOST_DAYS; number++, day = day.plusDays(1)) {
            Window window = on(day).after(start);
            if (rest.compareTo(window.length()) <= 0) {
                return (rest.isZero() ? start : window.from()).plus(rest);
            }
            rest = rest.minus(window.length());
        }
        throw new IllegalArgumentException("So much is never worked.");
    }

    /** How much working time lies between; none where the end comes first. */
    public Duration between(Instant start, Instant end) {
        Duration sum = Duration.ZERO;
        LocalDate last = end.atZone(zone).toLocalDate();
        LocalDate day = start.atZone(zone).toLocalDate();
        for (int number = 0; number < MOST_DAYS && !day.isAfter(last); number++, day = day.plusDays(1)) {
            sum = sum.plus(on(day).after(start).before(end).length());
        }
        return sum;
    }

    private Window on(LocalDate day) {
        boolean isWorked = days.contains(day.getDayOfWeek()) && !holidays.contains(day);
        Instant start = day.atTime(from).atZone(zone).toInstant();
        return new Window(start, isWorked ? day.atTime(until).atZone(zone).toInstant() : start);
    }
}
