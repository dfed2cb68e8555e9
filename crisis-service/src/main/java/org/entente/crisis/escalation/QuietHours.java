package org.entente.crisis.escalation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When the lower levels of a ladder are left alone, every day.
 *
 * @param zone IANA name of a time zone
 * @param from first minute, local
 * @param until first minute no more; before {@code from}: of the next day
 */
@RegisterForReflection
public record QuietHours(
        @Schema(examples = "Europe/Vienna") String zone,
        @Schema(examples = "22:00") LocalTime from,
        @Schema(examples = "06:00") LocalTime until) {

    /** When it is not quiet any more: the instant itself where it is not quiet. */
    Instant over(Instant instant) {
        ZonedDateTime local = instant.atZone(ZoneId.of(zone));
        LocalTime time = local.toLocalTime();
        boolean isOvernight = until.isBefore(from);
        boolean isLate = !time.isBefore(from);
        boolean isEarly = time.isBefore(until);
        if (isOvernight ? !(isLate || isEarly) : !(isLate && isEarly)) {
            return instant;
        }
        ZonedDateTime end = local.with(until);
        return (isOvernight && isLate ? end.plusDays(1) : end).toInstant();
    }
}
