package org.entente.audit.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An indicator over time.
 *
 * @param title for people
 * @param by how long one point is
 * @param target what is aimed at now; a point counts what met the target of its day
 * @param points oldest first; none where nothing happened
 * @param parts the same, by category, reason, classification or outcome
 * @param dimensions by what it is counted
 * @param compared partners and agencies beside one another
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Series(
        Indicator indicator,
        String title,
        Indicator.Unit unit,
        Scope scope,
        Step by,
        Target target,
        @Nullable Point whole,
        List<Point> points,
        Map<String, List<Point>> parts,
        Set<Dimension> dimensions,
        Compared compared) {

    /** For whom, and when; without a partner and an agency for all. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Scope(@Nullable String partner, @Nullable String agency, LocalDate from, LocalDate until) {}

    /**
     * Over the whole time.
     *
     * @param partners each with whom anything happened, of the agency that is asked for
     * @param agencies each of which anything is known, of the partner that is asked for
     */
    @RegisterForReflection
    record Compared(Map<String, Point> partners, Map<String, Point> agencies) {}

    /** How long a point is. */
    enum Step {
        DAY,
        WEEK,
        MONTH;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What came together.
     *
     * @param from the first day
     * @param count cases; of a level the mean of the days
     * @param share of cases that met the target; absent where there is nothing to meet
     * @param mean how long a case took
     * @param asAimed whether it is as aimed at now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Point(
            LocalDate from,
            long count,
            long met,
            @Nullable Double share,
            @Nullable Duration mean,
            @Nullable Duration longest,
            @Nullable Boolean asAimed) {

        static Point of(LocalDate from, Sum sum, Indicator indicator, Target target) {
            boolean isCounted = indicator.unit() == Indicator.Unit.COUNT;
            boolean isLevel = indicator.unit() == Indicator.Unit.LEVEL;
            Double share = isCounted || sum.count() == 0 ? null : (double) sum.met() / sum.count();
            long days = isLevel ? Math.max(1, sum.days()) : 1;
            boolean takesTime = !isCounted && !isLevel && sum.count() > 0 && sum.longest() > 0;
            return new Point(
                    from,
                    sum.count() / days,
                    sum.met() / days,
                    share,
                    takesTime ? Duration.ofSeconds(sum.seconds() / sum.count()) : null,
                    takesTime ? Duration.ofSeconds(sum.longest()) : null,
                    share == null || (target.least() == null && target.most() == null)
                            ? null
                            : target.isMetBy(share.doubleValue()));
        }
    }

    /** Sums of several days. */
    record Sum(long count, long met, long seconds, long longest, long days) {

        static final Sum NOTHING = new Sum(0, 0, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(
                    count + other.count,
                    met + other.met,
                    seconds + other.seconds,
                    Math.max(longest, other.longest),
                    days + other.days);
        }
    }
}
