package org.entente.crisis.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.crisis.indicator.Expression;
import org.entente.crisis.indicator.Gate;
import org.entente.crisis.indicator.Readings;
import org.jspecify.annotations.Nullable;

/**
 * What must have been signalled for one authority alone to activate a plan: a threshold on one indicator, or an expression over
 * several; with the thresholds below which it is called off, and how long each must last.
 *
 * @param indicator the name of what is measured; absent where there is an expression
 * @param atLeast the threshold, 0 to 100; absent where there is an expression
 * @param within how old the signal may be; absent where there is an expression
 * @param expression in CEL (see {@link Expression}); absent where there is a threshold
 * @param release when it is called off, in CEL; absent for as soon as it is not met
 * @param rise how long it must be met before it counts; absent for at once
 * @param fall how long it must be called off before it falls; absent for at once
 * @param hold how long it stays met, or not met, at least; absent for a minute
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Criterion(
        @Schema(examples = "ics-intrusion") @Nullable String indicator,
        @Schema(examples = "70") @Nullable Integer atLeast,
        @Schema(examples = "PT1H") @Nullable Duration within,

        @Schema(examples = "level('ics-intrusion') >= 70.0 && sources('ics-intrusion', 50.0, 'PT1H') >= 2") @Nullable String expression,

        @Schema(examples = "level('ics-intrusion') < 40.0") @Nullable String release,

        @Nullable Duration rise,
        @Nullable Duration fall,
        @Nullable Duration hold) {
    private static final Duration HOLD = Duration.ofMinutes(1);

    /** A threshold on one indicator. */
    public Criterion(String indicator, Integer atLeast, Duration within) {
        this(indicator, atLeast, within, null, null, null, null, null);
    }

    /** The oldest instant that counts, itself included; of a threshold only. */
    public Instant since(Instant now) {
        return now.minus(within == null ? Duration.ZERO : within);
    }

    /** Whether a signal of this indicator meets the threshold at {@code now}; both ends of the window belong to it. */
    public boolean isMetBy(int value, Instant reported, Instant now) {
        return atLeast != null && value >= atLeast && !reported.isBefore(since(now)) && !reported.isAfter(now);
    }

    /** As an expression, which a threshold is, too. */
    public Expression called() {
        return Expression.of(
                expression == null
                        ? String.format(Locale.ROOT, "peak('%s', '%s') >= %d.0", indicator, within, atLeast)
                        : expression);
    }

    /** When it is called off; absent for as soon as it is not met. */
    public @Nullable Expression calledOff() {
        return release == null ? null : Expression.of(release);
    }

    /** What the gate is next with these signals. */
    public Gate next(Gate gate, Readings readings, Instant now) {
        boolean rises = called().isMet(readings);
        Expression off = calledOff();
        return gate.next(rises, off == null ? !rises : off.isMet(readings), now, inertia());
    }

    /** The indicators that it reads. */
    public Set<String> indicators() {
        return called().indicators();
    }

    private Gate.Inertia inertia() {
        return new Gate.Inertia(
                rise == null ? Duration.ZERO : rise, fall == null ? Duration.ZERO : fall, hold == null ? HOLD : hold);
    }
}
