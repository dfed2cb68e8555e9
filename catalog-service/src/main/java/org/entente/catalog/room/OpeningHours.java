package org.entente.catalog.room;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * When a room is open, by the clocks of one place.
 *
 * @param zone of the IANA database
 */
@RegisterForReflection
record OpeningHours(
        @Schema(examples = "Europe/Brussels") @Nullable String zone,
        @Nullable List<Window> windows) {
    private static final int MOST = 50;
    private static final String MIDNIGHT = "24:00";

    /**
     * Some hours of a day of the week.
     *
     * @param from inclusive
     * @param until exclusive; {@code 24:00} is the end of the day
     */
    @RegisterForReflection
    record Window(
            @Nullable DayOfWeek day,
            @Schema(examples = "08:00") @Nullable String from,
            @Schema(examples = "18:00") @Nullable String until) {

        void require(String pointer) {
            if (day == null) {
                throw Problem.badRequest(pointer + "/day", "is required");
            }
            requireTime(from, pointer + "/from", "");
            requireTime(until, pointer + "/until", MIDNIGHT);
            if (seconds(until) <= seconds(from)) {
                throw Problem.badRequest(pointer + "/until", "is not after from");
            }
        }

        private static void requireTime(@Nullable String time, String pointer, String besides) {
            if (time == null || !(time.matches("([01]\\d|2[0-3]):[0-5]\\d") || time.equals(besides))) {
                throw Problem.badRequest(pointer, "is not a time such as 08:00");
            }
        }

        private static int seconds(@Nullable String time) {
            return time == null || time.equals(MIDNIGHT)
                    ? 24 * 60 * 60
                    : LocalTime.parse(time).toSecondOfDay();
        }

        /** When the window closes that is open then; empty if it is not. */
        private Optional<Instant> closing(ZonedDateTime at) {
            int second = at.toLocalTime().toSecondOfDay();
            boolean isOpen = at.getDayOfWeek() == day && second >= seconds(from) && second < seconds(until);
            return isOpen
                    ? Optional.of(
                            seconds(until) == seconds(MIDNIGHT)
                                    ? at.toLocalDate()
                                            .plusDays(1)
                                            .atStartOfDay(at.getZone())
                                            .toInstant()
                                    : at.with(LocalTime.parse(String.valueOf(until)))
                                            .toInstant())
                    : Optional.empty();
        }
    }

    void require(String pointer) {
        place(pointer);
        if (windows == null || windows.isEmpty() || windows.size() > MOST) {
            throw Problem.badRequest(pointer + "/windows", "must have 1 to " + MOST + " entries");
        }
        for (int index = 0; index < windows.size(); index++) {
            windows.get(index).require(pointer + "/windows/" + index);
        }
    }

    private ZoneId place(String pointer) {
        try {
            if (zone != null) {
                return ZoneId.of(zone);
            }
        } catch (DateTimeException unknown) {
            throw Problem.badRequest(pointer + "/zone", "is not a time zone of the IANA database");
        }
        throw Problem.badRequest(pointer + "/zone", "is required");
    }

    /** When a room that is open then closes next; empty if it is not open. */
    Optional<Instant> closing(Instant at) {
        ZonedDateTime there = at.atZone(place("/hours"));
        List<Window> stated = windows == null ? List.of() : windows;
        return stated.stream().flatMap(window -> window.closing(there).stream()).max(Instant::compareTo);
    }
}
