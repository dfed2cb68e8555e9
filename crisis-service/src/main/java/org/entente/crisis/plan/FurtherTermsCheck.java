package org.entente.crisis.plan;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.entente.crisis.indicator.Expression;
import org.entente.crisis.indicator.RefusedExpressionException;
import org.entente.crisis.input.Field;
import org.entente.events.order.Allowance;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** What those terms must be that a plan may do without. */
final class FurtherTermsCheck {
    private static final int MAX_TEXT = 4_000;
    private static final int MAX_NAME = 200;
    private static final int MOST_PERSONS = 3;
    private static final int MOST_EXTENSIONS = 10;
    private static final int MOST_NOTIFICATIONS = 16;
    private static final Pattern GROUP = Pattern.compile("[A-Z][A-Z0-9-]{3,31}|[A-Z]{2}");

    private FurtherTermsCheck() {}

    static void check(Terms terms, Duration longest) {
        if (terms.groups() != null) {
            Field.list("/groups", terms.groups(), FurtherTermsCheck::group);
        }
        if (terms.extensions() != null) {
            Field.range("/extensions", terms.extensions(), 0, MOST_EXTENSIONS);
        }
        if (terms.allowance() != null) {
            allowance(terms.allowance(), terms.maxDuration());
        }
        text("/handling", terms.handling());
        text("/briefing", terms.briefing());
        activators(terms.activators());
        notifications(terms.duties(), longest);
        if (terms.endsEarly() != null) {
            expression("/endsEarly/when", terms.endsEarly().when());
        }
    }

    /** Absent, or an expression over indicators. */
    static void expression(String pointer, @Nullable String source) {
        if (source == null) {
            return;
        }
        try {
            Expression.of(source).indicators().forEach(name -> Field.word(pointer, name));
        } catch (RefusedExpressionException refusal) {
            throw Problem.badRequest(pointer, refusal.why());
        }
    }

    /** Absent, or from nothing to the longest. */
    static void span(String pointer, @Nullable Duration span, Duration longest) {
        if (span != null && (span.isNegative() || span.compareTo(longest) > 0)) {
            throw Problem.badRequest(pointer, "must be from PT0S to " + longest);
        }
    }

    /** More than one activation may last, and less than the time that it is a part of. */
    private static void allowance(Allowance allowance, Duration one) {
        Field.duration("/allowance/atMost", allowance.atMost(), Allowance.LONGEST);
        Field.duration("/allowance/within", allowance.within(), Allowance.LONGEST);
        if (allowance.atMost().compareTo(one) < 0) {
            throw Problem.badRequest("/allowance/atMost", "is less than maxDuration, " + one);
        }
        if (allowance.within().compareTo(allowance.atMost()) <= 0) {
            throw Problem.badRequest("/allowance/within", "must be longer than atMost");
        }
    }

    private static void activators(@Nullable Activators activators) {
        if (activators == null) {
            return;
        }
        if (activators.withCriterion() != null) {
            Field.range("/activators/withCriterion", activators.withCriterion(), 1, MOST_PERSONS);
        }
        if (activators.without() != null) {
            Field.range("/activators/without", activators.without(), 2, MOST_PERSONS);
        }
        if (activators.users() != null) {
            Field.list("/activators/users", activators.users(), (pointer, user) -> Field.text(pointer, user, MAX_NAME));
            if (activators.users().size() < activators.needed(false)) {
                throw Problem.badRequest("/activators/users", "are fewer than it takes");
            }
        }
    }

    private static void notifications(List<Notification> notifications, Duration longest) {
        if (notifications.size() > MOST_NOTIFICATIONS) {
            throw Problem.badRequest("/notifications", "must have at most " + MOST_NOTIFICATIONS + " items");
        }
        for (int index = 0; index < notifications.size(); index++) {
            String pointer = "/notifications/" + index;
            Notification notification = Field.present(pointer, notifications.get(index));
            Field.present(pointer + "/who", notification.who());
            Field.text(pointer + "/what", notification.what(), MAX_TEXT);
            Field.duration(pointer + "/within", notification.within(), longest);
        }
    }

    private static void text(String pointer, @Nullable String text) {
        if (text != null) {
            Field.text(pointer, text, MAX_TEXT);
        }
    }

    private static void group(String pointer, @Nullable String code) {
        if (!GROUP.matcher(Field.present(pointer, code)).matches()) {
            throw Problem.badRequest(pointer, "is no code of a group");
        }
    }
}
