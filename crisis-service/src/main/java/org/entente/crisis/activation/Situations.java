package org.entente.crisis.activation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.entente.crisis.plan.Plan;
import org.entente.crisis.time.DatabaseTime;

/** Gathers what is true of a plan; the plan's row must be locked, so that it stays true until the transaction ends. */
@ApplicationScoped
class Situations {
    private static final String OVERDUE = "select count(*) from crisis_review"
            + " where plan = ?1 and state = 'OPEN' and deadline < clock_timestamp()";

    private final DatabaseTime time;
    private final Criteria criteria;

    Situations(DatabaseTime time, Criteria criteria) {
        this.time = time;
        this.criteria = criteria;
    }

    Uni<Situation> of(Plan plan) {
        return time.now().chain(now -> criteria.move(plan, now).chain(turn -> Activation.isAnyActive(plan.id(), now)
                .chain(isActive -> isReviewOverdue(plan).chain(isOverdue -> Longest.of(plan, now)
                        .map(longest -> new Situation(
                                now,
                                plan.state(),
                                longest,
                                turn.after().isOpen(),
                                isActive,
                                isOverdue,
                                plan.terms().whoActivates()))))));
    }

    private static Uni<Boolean> isReviewOverdue(Plan plan) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OVERDUE, Long.class)
                        .setParameter(1, plan.id())
                        .getSingleResult())
                .map(count -> count > 0);
    }
}
