package org.entente.audit.transparency;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.http.Problem;

/**
 * What a report is about: a quarter ({@code 2026-Q3}) or a year ({@code 2026}).
 *
 * @param quarter 1 to 4; 0 for the whole year
 */
@RegisterForReflection
record Period(int year, int quarter) {

    private static final Pattern TEXT = Pattern.compile("(2[0-9]{3})(?:-Q([1-4]))?");
    private static final int MONTHS = 3;
    private static final int YEAR = 12;

    static Optional<Period> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Period(
                        Integer.parseInt(matcher.group(1)),
                        matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @JsonCreator
    static Period of(String text) {
        return read(text)
                .orElseThrow(() -> Problem.badRequest("/period", "is neither a year nor a quarter, such as 2026-Q3"));
    }

    /** The first day. */
    LocalDate from() {
        return LocalDate.of(year, quarter == 0 ? 1 : MONTHS * (quarter - 1) + 1, 1);
    }

    /** The first day no more. */
    LocalDate until() {
        return from().plusMonths(quarter == 0 ? YEAR : MONTHS);
    }

    /** Whether all of it is past. */
    boolean isOver() {
        return !until().isAfter(LocalDate.now(ZoneOffset.UTC));
    }

    @JsonValue
    @Override
    public String toString() {
        return quarter == 0 ? Integer.toString(year) : year + "-Q" + quarter;
    }
}
