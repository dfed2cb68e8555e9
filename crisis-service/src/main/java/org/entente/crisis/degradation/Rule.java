package org.entente.crisis.degradation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.crisis.indicator.Expression;
import org.entente.crisis.indicator.Gate;
import org.entente.crisis.indicator.Reading;
import org.entente.crisis.indicator.RefusedExpressionException;
import org.entente.crisis.input.Field;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * When sharing narrows by itself.
 *
 * @param name in lower-case words joined by hyphens; a rule replaces the one of its name
 * @param scope whether it narrows for all, or for each partner by the signals about it
 * @param partners for whom it is; absent for every partner that signals are about
 * @param steps which step comes when
 * @param hold how long the rule, once it has narrowed, takes no notice of the same step; absent for ten minutes
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Rule(
        @Schema(examples = "partner-compromise") String name,
        Scope scope,
        @Nullable List<String> partners,
        List<When> steps,
        @Nullable Duration hold) {
    /** How the names of the gates of all rules begin. */
    static final String OWNER = "degradation ";

    private static final Duration HOLD = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** For whom it narrows. */
    enum Scope {
        ALL,
        PARTNER;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * When a step comes.
     *
     * @param when in CEL over indicators
     * @param lasting how long it must be so; absent for at once
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record When(
            Step step,

            @Schema(examples = "level('partner-compromise') >= 60.0")
            String when,

            @Nullable Duration lasting) {

        Expression expression() {
            return Expression.of(when);
        }
    }

    /** The rule itself when it is as it must be; a 400 problem that names the field when not. */
    static Rule checked(@Nullable Rule sent) {
        Rule rule = Field.present("", sent);
        Field.word("/name", rule.name());
        Field.present("/scope", rule.scope());
        if (rule.partners() != null) {
            Field.list("/partners", rule.partners(), DegradationResource::partner);
            if (rule.scope() == Scope.ALL) {
                throw Problem.badRequest("/partners", "have no place in a rule for all");
            }
        }
        List<When> steps = Field.present("/steps", rule.steps());
        if (steps.isEmpty() || steps.size() > Step.values().length) {
            throw Problem.badRequest("/steps", "must have 1 to " + Step.values().length + " items");
        }
        Set<Step> seen = new HashSet<>();
        for (int index = 0; index < steps.size(); index++) {
            check("/steps/" + index, steps.get(index), seen);
        }
        span("/hold", rule.hold());
        return rule;
    }

    private static void check(String pointer, @Nullable When sent, Set<Step> seen) {
        When when = Field.present(pointer, sent);
        if (!seen.add(Field.present(pointer + "/step", when.step()))) {
            throw Problem.badRequest(pointer + "/step", "stands there twice");
        }
        span(pointer + "/lasting", when.lasting());
        try {
            Expression.of(Field.present(pointer + "/when", when.when()))
                    .indicators()
                    .forEach(name -> Field.word(pointer + "/when", name));
        } catch (RefusedExpressionException refusal) {
            throw Problem.badRequest(pointer + "/when", refusal.why());
        }
    }

    private static void span(String pointer, @Nullable Duration span) {
        if (span != null && (span.isNegative() || span.compareTo(LONGEST) > 0)) {
            throw Problem.badRequest(pointer, "must be from PT0S to " + LONGEST);
        }
    }

    Set<String> indicators() {
        Set<String> indicators = new TreeSet<>();
        steps.forEach(step -> indicators.addAll(step.expression().indicators()));
        return indicators;
    }

    /** What of the readings it reads. */
    List<Reading> of(Map<String, List<Reading>> recent) {
        return indicators().stream()
                .flatMap(indicator -> recent.getOrDefault(indicator, List.of()).stream())
                .toList();
    }

    Gate.Inertia inertia(When when) {
        return new Gate.Inertia(
                when.lasting() == null ? Duration.ZERO : when.lasting(), Duration.ZERO, hold == null ? HOLD : hold);
    }

    /** Which gate decides about a step of this rule. */
    String owner(Step step) {
        return OWNER + name + " " + step.wireName();
    }
}
