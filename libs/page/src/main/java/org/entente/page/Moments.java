package org.entente.page;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.event.Observes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Instants as people read them: {@code {due.moment}} is the minute in UTC, {@code {due.distance}} how far away it is. For
 * the eye alone; what is late is said by the service, whose clock is the database's.
 */
class Moments {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ROOT);

    void configure(@Observes EngineBuilder builder) {
        builder.addValueResolver(resolver("moment"));
        builder.addValueResolver(resolver("distance"));
    }

    private static ValueResolver resolver(String name) {
        return ValueResolver.builder()
                .applyToBaseClass(CharSequence.class)
                .applyToName(name)
                .resolveSync((EvalContext context) -> {
                    String text = context.getBase().toString();
                    return name.equals("moment") ? minute(text) : distance(text, Instant.now());
                })
                .build();
    }

    /** What is no instant stays as it is. */
    static String minute(String text) {
        try {
            return MINUTE.format(Instant.parse(text).atOffset(ZoneOffset.UTC));
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

    private static String words(Duration duration) {
        if (duration.toHours() >= 48) {
            return duration.toDays() + " days";
        }
        return duration.toMinutes() >= 120 ? duration.toHours() + " hours" : duration.toMinutes() + " minutes";
    }
}
