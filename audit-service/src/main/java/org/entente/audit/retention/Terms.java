package org.entente.audit.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is ruled.
 *
 * @param type of events; all of it, if absent
 * @param subject of events; any, if absent
 * @param partner whom events concern; any or none, if absent
 * @param keep how long content is kept after it was recorded; in a schedule only
 * @param basis the law, the court order or the case that asks for it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Terms(
        @Schema(examples = "org.entente.access.decision.made.v1") @Nullable String type,

        @Schema(examples = "0b0f2c7e-1df5-4cf1-9f5c-1d5f4b8a7f10") @Nullable String subject,

        @Schema(examples = "XBB") @Nullable String partner,
        @Schema(examples = "P5Y") @Nullable String keep,

        @Schema(examples = "Archives Act, section 12") @Nullable String basis) {

    private static final int LONGEST_VALUE = 255;
    private static final int LONGEST_BASIS = 2000;
    private static final int MOST_YEARS = 100;

    /** Throws a 400 problem that names the first field which this kind cannot have so. */
    Terms checked(Kind kind) {
        text("/basis", basis, LONGEST_BASIS, true);
        text("/type", type, LONGEST_VALUE, kind == Kind.SCHEDULE);
        text("/subject", subject, LONGEST_VALUE, false);
        text("/partner", partner, LONGEST_VALUE, false);
        if (kind == Kind.SCHEDULE) {
            absent("/subject", subject);
            absent("/partner", partner);
            period();
        } else {
            absent("/keep", keep);
            if (Stream.of(type, subject, partner).allMatch(Objects::isNull)) {
                throw Problem.badRequest("/subject", "is needed, or type or partner: a ruling is about something");
            }
        }
        if (kind == Kind.ORDER && subject == null) {
            throw Problem.badRequest("/subject", "is needed: an order is about one subject, the rest is for schedules");
        }
        return this;
    }

    private void period() {
        try {
            Period period = Period.parse(Objects.requireNonNullElse(keep, ""));
            long months = period.toTotalMonths();
            if (period.isNegative()
                    || period.isZero()
                    || months > MOST_YEARS * 12L
                    || period.getDays() > MOST_YEARS * 366) {
                throw Problem.badRequest("/keep", "is between a day and " + MOST_YEARS + " years");
            }
        } catch (DateTimeException e) {
            throw Problem.badRequest(
                    "/keep", "is not a period of ISO 8601 in years, months, weeks and days, such as P5Y");
        }
    }

    private static void absent(String field, @Nullable String value) {
        if (value != null) {
            throw Problem.badRequest(field, "has no meaning in a ruling of this kind");
        }
    }

    private static void text(String field, @Nullable String value, int longest, boolean isNeeded) {
        if (value == null && !isNeeded) {
            return;
        }
        if (value == null
                || value.isBlank()
                || value.length() > longest
                || value.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest(field, "is not a text of 1 to " + longest + " characters");
        }
    }
}
