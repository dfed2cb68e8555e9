package org.entente.page;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** What people enter in forms, where a field that was left empty is absent. Each throws a 400 problem that names the field. */
public final class Entered {
    private static final ChronoUnit[] SPANS = {ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS};

    private Entered() {}

    public static @Nullable String text(@Nullable String entered) {
        return entered == null || entered.isBlank() ? null : entered.strip();
    }

    public static @Nullable Integer number(String field, @Nullable String entered) {
        try {
            return parsed(entered, Integer::valueOf);
        } catch (NumberFormatException notNumber) {
            throw Problem.badRequest(field, "is not a number");
        }
    }

    /** A day, which begins at midnight UTC, or an instant. */
    public static @Nullable Instant instant(String field, @Nullable String entered) {
        try {
            return parsed(
                    entered,
                    text -> text.length() == "uuuu-MM-dd".length()
                            ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : Instant.parse(text));
        } catch (DateTimeException notDay) {
            throw Problem.badRequest(field, "is not a day such as 2027-03-01");
        }
    }

    /** So many minutes, hours or days. */
    public static @Nullable Duration span(String field, @Nullable String count, @Nullable String unit) {
        @Nullable Integer number = number(field, count);
        @Nullable ChronoUnit of = one(field, unit, SPANS, each -> each.name().toLowerCase(Locale.ROOT));
        return number == null || of == null ? null : Duration.of(number, of);
    }

    /** Words apart by commas or space. */
    public static @Nullable List<String> words(@Nullable String entered) {
        return parsed(entered, text -> Arrays.stream(text.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList());
    }

    /** One of several, by the name that it has on the wire. */
    public static <E> @Nullable E one(String field, @Nullable String entered, E[] all, Function<E, String> name) {
        return parsed(entered, text -> Arrays.stream(all)
                .filter(each -> name.apply(each).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(field, "is none of those that there are")));
    }

    private static <T> @Nullable T parsed(@Nullable String entered, Function<String, T> parse) {
        @Nullable String text = text(entered);
        return text == null ? null : parse.apply(text);
    }
}
