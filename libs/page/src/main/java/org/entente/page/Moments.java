package org.entente.page;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.event.Observes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Times and names as people read them: {@code {due.moment}} is the minute in UTC, {@code {due.exact}} the second, {@code {due.distance}}
 * how far away it is, {@code {duration.span}} how long it lasts; {@code {state.words}} is a name of the wire. For the eye alone; what is late is said by the service, whose
 * clock is the database's.
 */
class Moments {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ROOT);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ROOT);
    private static final Set<Class<?>> TOLD = Set.of(String.class, Instant.class, Duration.class);

    void configure(@Observes EngineBuilder builder) {
        builder.addValueResolver(resolver("moment", Moments::minute));
        builder.addValueResolver(resolver("exact", Moments::second));
        builder.addValueResolver(resolver("distance", text -> distance(text, Instant.now())));
        builder.addValueResolver(resolver("span", Moments::span));
        builder.addValueResolver(resolver("words", text -> text.replace('-', ' ')));
    }

    private static ValueResolver resolver(String name, UnaryOperator<String> words) {
        return ValueResolver.builder()
                .appliesTo(context -> context.getBase() != null
                        && TOLD.contains(context.getBase().getClass())
                        && context.getName().equals(name)
                        && context.getParams().isEmpty())
                .resolveSync(context -> words.apply(context.getBase().toString()))
                .build();
    }

    /** What is no instant stays as it is. */
    static String minute(String text) {
        return told(MINUTE, text);
    }

    static String second(String text) {
        return told(SECOND, text);
    }

    private static String told(DateTimeFormatter format, String text) {
        try {
            return format.format(Instant.parse(text).atOffset(ZoneOffset.UTC));
        } catch (DateTimeException notInstant) {
            return text;
        }
    }

    static String distance(String text, Instant now) {
        try {
            Instant instant = Instant.parse(text);
            return instant.isAfter(now)
                    ? "in " + words(Duration.between(now, instant))
                    : words(Duration.between(instant, now)) + " ago";
        } catch (DateTimeException | ArithmeticException notNear) {
            return "";
        }
    }

    /** In full: what was agreed is not rounded. */
    static String span(String text) {
        try {
            Duration span = Duration.parse(text);
            String words = Stream.of(
                            counted(span.toDaysPart(), "day"),
                            counted(span.toHoursPart(), "hour"),
                            counted(span.toMinutesPart(), "minute"),
                            counted(span.toSecondsPart(), "second"))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
            return words.isEmpty() ? "no time" : words;
        } catch (DateTimeException notDuration) {
            return text;
        }
    }

    private static String words(Duration duration) {
        if (duration.toHours() >= 48) {
            return counted(duration.toDays(), "day");
        }
        if (duration.toMinutes() >= 120) {
            return counted(duration.toHours(), "hour");
        }
        return duration.toSeconds() < 60
                ? "less than a minute"
                : counted(duration.toMinutes(), "minute");
    }

    private static String counted(long count, String unit) {
        return count == 0 ? "" : count + " " + unit + (count == 1 ? "" : "s");
    }
}
