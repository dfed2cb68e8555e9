package org.entente.audit.indicator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What is asked for, all text, so that each is refused by name. */
record IndicatorParameters(
        @RestQuery @Parameter(description = "Only of this partner", example = "XBB") @Nullable String partner,

        @RestQuery @Parameter(description = "Only of this agency", example = "XAA-CYBER") @Nullable String agency,

        @RestQuery @Parameter(description = "First day; 90 days ago if absent", example = "2026-09-01") @Nullable String from,

        @RestQuery @Parameter(description = "First day no more; tomorrow if absent", example = "2026-12-01") @Nullable String until,

        @RestQuery @Parameter(description = "`day`, `week` or `month`; day if absent", example = "week") @Nullable String by) {

    private static final int LONGEST_NAME = 100;
    private static final int USUAL_DAYS = 90;
    private static final long LONGEST_DAYS = 3_700;

    /** Throws a 400 problem for a value without meaning. */
    Series.Scope scope() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate first = from == null ? today.minusDays(USUAL_DAYS) : date(from, "from");
        LocalDate end = until == null ? today.plusDays(1) : date(until, "until");
        long days = ChronoUnit.DAYS.between(first, end);
        if (days < 1 || days > LONGEST_DAYS) {
            throw Problem.badRequest("until", "is not 1 to " + LONGEST_DAYS + " days after from");
        }
        return new Series.Scope(name(partner, "partner"), name(agency, "agency"), first, end);
    }

    Series.Step step() {
        return by == null
                ? Series.Step.DAY
                : Arrays.stream(Series.Step.values())
                        .filter(step -> step.wireName().equals(by))
                        .findFirst()
                        .orElseThrow(() -> Problem.badRequest("by", "is neither day nor week nor month"));
    }

    /** What was asked for, by name. */
    Map<String, String> stated() {
        Map<String, String> stated = new LinkedHashMap<>();
        put(stated, "partner", partner);
        put(stated, "agency", agency);
        put(stated, "from", from);
        put(stated, "until", until);
        put(stated, "by", by);
        return stated;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(name, value);
        }
    }

    private static LocalDate date(String text, String field) {
        try {
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException notInTheCalendar) {
            throw Problem.badRequest(field, "is not a date");
        }
        throw Problem.badRequest(field, "is not a date");
    }

    /** What a form leaves empty is not asked for. */
    private static @Nullable String name(@Nullable String text, String field) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest(field, "is not a text of 1 to " + LONGEST_NAME + " characters");
        }
        return text;
    }
}
