package org.entente.crisis.activation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.entente.crisis.indicator.Expression;
import org.entente.crisis.indicator.Readings;
import org.entente.crisis.plan.EarlyEnd;
import org.entente.crisis.plan.Plan;
import org.entente.crisis.plan.PlanState;
import org.entente.crisis.signal.Signals;
import org.entente.crisis.signal.Watcher;
import org.entente.crisis.time.DatabaseTime;

/** Follows the criteria of agreed plans, and ends what a plan says ends with them. */
@ApplicationScoped
class CriteriaWatch implements Watcher {
    private final Criteria criteria;
    private final DatabaseTime time;
    private final Endings endings;
    private final Pool pool;

    CriteriaWatch(Criteria criteria, DatabaseTime time, Endings endings, Pool pool) {
        this.criteria = criteria;
        this.time = time;
        this.endings = endings;
        this.pool = pool;
    }

    @Override
    public Uni<Void> look() {
        return each(criteria::isMoving, this::move)
                .chain(() -> each(this::isFallen, id -> end(id, "the criterion is not met any more", true)))
                .chain(() -> each(
                        CriteriaWatch::isOver, id -> end(id, "what ends it by the plan's own words has come", false)));
    }

    /** Deals with each agreed plan that something is so of; what is dealt with is looked at again, locked. */
    private Uni<Void> each(BiFunction<Plan, Instant, Uni<Boolean>> isSo, Function<UUID, Uni<? extends Void>> deal) {
        return Panache.withSession(() -> time.now().chain(now -> Plan.<Plan>list("state", PlanState.AGREED)
                        .chain(plans -> chosen(plans, plan -> isSo.apply(plan, now)))))
                .chain(chosen -> Multi.createFrom()
                        .iterable(chosen)
                        .onItem()
                        .transformToUniAndConcatenate(deal)
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private static Uni<List<UUID>> chosen(List<Plan> plans, Function<Plan, Uni<Boolean>> isSo) {
        Uni<List<UUID>> chosen = Uni.createFrom().item(new ArrayList<>());
        for (Plan plan : plans) {
            chosen = chosen.call(list -> isSo.apply(plan).invoke(so -> {
                if (so) {
                    list.add(plan.id());
                }
            }));
        }
        return chosen;
    }

    private Uni<Void> move(UUID id) {
        return Panache.withTransaction(() -> Plan.locked(id)
                .chain(plan -> time.now().chain(now -> criteria.move(plan, now)))
                .replaceWithVoid());
    }

    /** Whether the criterion takes with it what it brought. */
    private Uni<Boolean> isFallen(Plan plan, Instant now) {
        EarlyEnd early = plan.terms().endsEarly();
        return early == null || !early.fallsWithCriterion()
                ? Uni.createFrom().item(false)
                : Activation.isAnyOfSignals(plan.id(), now)
                        .chain(isAny -> isAny
                                ? criteria.gate(plan).map(gate -> !gate.isOpen())
                                : Uni.createFrom().item(false));
    }

    /** Whether something has come that ends whatever runs. */
    private static Uni<Boolean> isOver(Plan plan, Instant now) {
        EarlyEnd early = plan.terms().endsEarly();
        Expression expression = early == null ? null : early.expression();
        return expression == null
                ? Uni.createFrom().item(false)
                : Activation.isAnyActive(plan.id(), now)
                        .chain(isActive -> isActive
                                ? Signals.recent(expression.indicators(), now)
                                        .map(recent -> expression.isMet(new Readings(recent, now, null)))
                                : Uni.createFrom().item(false));
    }

    private Uni<Void> end(UUID plan, String reason, boolean isOnlyOfSignals) {
        return pool.withTransaction(
                transaction -> endings.ofPlan(transaction, plan, Ending.CRITERION, reason, isOnlyOfSignals));
    }
}
