package org.entente.page;

import io.quarkus.qute.TemplateExtension;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Times and names as people read them: {@code {due.moment}} is the minute in UTC, {@code {due.exact}} the second, {@code
 * {due.distance}} how far away it is, {@code {duration.span}} how long it lasts, {@code {state.words}} a name of the wire. For
 * the eye alone; what is late is said by the service, whose clock is the database's. A text that is none stays as it is.
 */
public final class Moments {
    private static final DateTimeFormatter MINUTE = formatter("d MMM uuuu, HH:mm 'UTC'");
    private static final DateTimeFormatter SECOND = formatter("d MMM uuuu, HH:mm:ss 'UTC'");

    private Moments() {}

    @TemplateExtension
    public static String moment(Instant at) {
        return MINUTE.format(at);
    }

    @TemplateExtension
    public static String moment(String at) {
        return told(at, Moments::moment);
    }

    @TemplateExtension
    public static String exact(Instant at) {
        return SECOND.format(at);
    }

    @TemplateExtension
    public static String exact(String at) {
        return told(at, Moments::exact);
    }

    @TemplateExtension
    public static String distance(Instant at) {
        return from(at, Instant.now());
    }

    @TemplateExtension
    public static String distance(String at) {
        return told(at, Moments::distance);
    }

    /** In full: what was agreed is not rounded. */
    @TemplateExtension
    public static String span(Duration span) {
        String words = Stream.of(
                        counted(span.toDaysPart(), "day"),
                        counted(span.toHoursPart(), "hour"),
                        counted(span.toMinutesPart(), "minute"),
                        counted(span.toSecondsPart(), "second"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? "less than a second" : words;
    }

    @TemplateExtension
    public static String span(String span) {
        try {
            return span(Duration.parse(span));
        } catch (DateTimeException notDuration) {
            return span;
        }
    }

    @TemplateExtension
    public static String words(String name) {
        return name.replace('-', ' ');
    }

    static String from(Instant at, Instant now) {
        return at.isAfter(now)
                ? "in " + rounded(Duration.between(now, at))
                : rounded(Duration.between(at, now)) + " ago";
    }

    private static String told(String text, Function<Instant, String> words) {
        try {
            return words.apply(Instant.parse(text));
        } catch (DateTimeException notInstant) {
            return text;
        }
    }

    private static String rounded(Duration duration) {
        if (duration.toHours() >= 48) {
            return counted(duration.toDays(), "day");
        }
        if (duration.toMinutes() >= 120) {
            return counted(duration.toHours(), "hour");
        }
        return duration.toSeconds() < 60 ? "less than a minute" : counted(duration.toMinutes(), "minute");
    }

    private static String counted(long count, String unit) {
        return count == 0 ? "" : count + " " + unit + (count == 1 ? "" : "s");
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
