package org.entente.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Instants as RFC 3339 section 5.6 writes them: any offset, any precision, leap seconds; seconds and offset never left out. */
public final class Rfc3339 {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[Tt](\\d{2}:\\d{2}):(\\d{2})(\\.\\d+)?(?:[Zz]|([+-])([01]\\d|2[0-3]):([0-5]\\d))");

    private static final int LONGEST = 64;
    private static final int NANO_DIGITS = 9;

    private Rfc3339() {}

    /** The instant, cut to nanoseconds; a leap second is the second before it, since it belongs to that day.
     * @throws Problem 400 naming the field
     */
    public static Instant parse(String text, String field) {
        return find(text).orElseThrow(() -> Problem.badRequest(field, "is not an instant as of RFC 3339"));
    }

    /** The instant, if the text is one. */
    static Optional<Instant> find(String text) {
        try {
            Matcher parts = FORM.matcher(text);
            return text.length() <= LONGEST && parts.matches() ? Optional.of(instant(parts)) : Optional.empty();
        } catch (DateTimeException noSuchDayOrHour) {
            return Optional.empty();
        }
    }

    private static Instant instant(Matcher parts) {
        boolean isLeap = parts.group(3).equals("60");
        String second = isLeap ? "59" : parts.group(3);
        LocalDateTime local =
                LocalDateTime.parse(parts.group(1) + "T" + parts.group(2) + ":" + second + fraction(parts.group(4)));
        Instant instant = local.toInstant(ZoneOffset.UTC).minusSeconds(offset(parts));
        if (isLeap && !instant.toString().contains("T23:59:59")) {
            throw new DateTimeException("Leap seconds end a day of UTC.");
        }
        return instant;
    }

    private static String fraction(@Nullable String digits) {
        return digits == null ? "" : digits.substring(0, Math.min(digits.length(), 1 + NANO_DIGITS));
    }

    /** Seconds east of UTC: RFC 3339 has offsets up to 23:59, more than {@link ZoneOffset} has. */
    private static long offset(Matcher parts) {
        if (parts.group(5) == null) {
            return 0;
        }
        long seconds = (Long.parseLong(parts.group(6)) * 60 + Long.parseLong(parts.group(7))) * 60;
        return parts.group(5).equals("-") ? -seconds : seconds;
    }
}
