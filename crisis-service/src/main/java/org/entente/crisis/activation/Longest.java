package org.entente.crisis.activation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.entente.crisis.plan.Plan;
import org.entente.events.order.Allowance;
import org.jspecify.annotations.Nullable;

/**
 * How long an activation may last: by the plan's maximum, and by what its allowance leaves. access-service decides; here people
 * are told before an order goes out.
 */
final class Longest {
    /** access-service counts an end from when it hears of it; whoever counts on the second would be refused there. */
    private static final Duration HEARD_WITHIN = Duration.ofMinutes(1);

    private static final String COURSES = "select activeFrom, activeUntil, endedAt from Activation"
            + " where plan = ?1 and planVersion = ?2 and activeFrom is not null";

    private Longest() {}

    /** What an activation of the plan was or will be. */
    record Course(Instant from, Instant until, @Nullable Instant endedAt) {
        private boolean isRunning(Instant now) {
            return endedAt == null && now.isBefore(until);
        }

        private Allowance.Span counted() {
            Instant heard = endedAt == null ? until : endedAt.plus(HEARD_WITHIN);
            return new Allowance.Span(from, heard.isBefore(until) ? heard : until);
        }
    }

    /** Within the current Panache session. */
    static Uni<Duration> of(Plan plan, Instant now) {
        Duration one = plan.terms().maxDuration();
        Allowance allowance = plan.terms().allowance();
        return allowance == null
                ? Uni.createFrom().item(one)
                : courses(plan).map(courses -> of(one, allowance, courses, now));
    }

    /** Of the activation that is in force, extensions included; else of one that starts now. Whole seconds. */
    static Duration of(Duration one, Allowance allowance, List<Course> courses, Instant now) {
        Instant from = courses.stream()
                .filter(course -> course.isRunning(now))
                .map(Course::from)
                .findFirst()
                .orElse(now);
        List<Allowance.Span> others = courses.stream()
                .filter(course -> !course.isRunning(now))
                .map(Course::counted)
                .toList();
        Duration left = allowance.left(from, others);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(one) < 0 ? left.truncatedTo(ChronoUnit.SECONDS) : one;
    }

    private static Uni<List<Course>> courses(Plan plan) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(COURSES, Object[].class)
                        .setParameter(1, plan.id())
                        .setParameter(2, plan.version())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Course((Instant) row[0], (Instant) row[1], (Instant) row[2]))
                        .toList());
    }
}
