package org.entente.crisis.activation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.entente.crisis.plan.Criterion;
import org.entente.crisis.plan.Plan;
import org.entente.crisis.signal.Signal;
import org.entente.crisis.time.DatabaseTime;

/** Gathers what is true of a plan; the plan's row must be locked, so that it stays true until the transaction ends. */
@ApplicationScoped
class Situations {
    private final DatabaseTime time;

    Situations(DatabaseTime time) {
        this.time = time;
    }

    Uni<Situation> of(Plan plan) {
        return time.now().chain(now -> isMet(plan.terms().criterion(), now).chain(isMet -> Activation.isAnyActive(
                        plan.id(), now)
                .map(isActive -> new Situation(now, plan.state(), plan.terms().maxDuration(), isMet, isActive))));
    }

    private static Uni<Boolean> isMet(Criterion criterion, Instant now) {
        return Signal.strongest(criterion.indicator(), criterion.since(now))
                .map(signal -> signal != null && criterion.isMetBy(signal.value(), signal.reportedAt(), now));
    }
}
