package org.entente.access.crisis;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.entente.access.epoch.Epoch;
import org.entente.access.epoch.StoreClock;
import org.entente.events.order.ActivationOrder;
import org.entente.events.order.RefusedOrderException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries orders out, or refuses them for good and says so in the log; within the current Panache transaction. */
@ApplicationScoped
class Orders {
    private static final Logger LOG = Logger.getLogger(Orders.class);

    private final OrderKeys keys;
    private final Plans plans;
    private final PlanJournal journal;
    private final Epoch epoch;

    Orders(OrderKeys keys, Plans plans, PlanJournal journal, Epoch epoch) {
        this.keys = keys;
        this.plans = plans;
        this.journal = journal;
        this.epoch = epoch;
    }

    /** @param activation of which the event tells, which must be the one that is ordered */
    Uni<Void> start(String activation, String signed) {
        return read(activation, signed)
                .map(order -> checkedStart(order)
                        .chain(refusal -> refusal == null ? start(order, signed) : refused(activation, refusal)))
                .orElseGet(() -> refused(activation, "is not signed by a key that may order it"));
    }

    Uni<Void> extend(String activation, String signed) {
        return read(activation, signed)
                .map(order -> checkedExtension(order)
                        .chain(refusal -> refusal == null ? extend(order, signed) : refused(activation, refusal)))
                .orElseGet(() -> refused(activation, "is not signed by a key that may order it"));
    }

    private Optional<ActivationOrder> read(String activation, String signed) {
        try {
            return Optional.of(keys.verified(signed))
                    .filter(order -> order.activation().equals(activation));
        } catch (RefusedOrderException refusal) {
            return Optional.empty();
        }
    }

    private Uni<@Nullable String> checkedStart(ActivationOrder order) {
        return plans.consentedLocked(order)
                .chain(consented -> StoreClock.now().map(now -> OrderCheck.start(order, consented, now)));
    }

    private Uni<@Nullable String> checkedExtension(ActivationOrder order) {
        return plans.consentedLocked(order).chain(consented -> Courses.running(order.activation())
                .chain(running -> running.isEmpty()
                        ? Uni.createFrom().item("extends what never started")
                        : StoreClock.now().map(now -> OrderCheck.extension(order, consented, running.get(), now))));
    }

    /** An activation starts once; who comes with the same identifier again changes nothing. */
    private Uni<Void> start(ActivationOrder order, String signed) {
        return Sql.change(
                        "insert into crisis_activation (id, plan, plan_version, valid_from, valid_until, sealed)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing",
                        order.activation(),
                        order.plan(),
                        order.version(),
                        order.from(),
                        order.until(),
                        signed)
                .chain(inserted -> inserted == 1
                        ? epoch.advance().replaceWithVoid()
                        : refused(order.activation(), "starts what has started before"));
    }

    private Uni<Void> extend(ActivationOrder order, String signed) {
        return Sql.change(
                        "insert into crisis_activation_extension (activation, number, valid_until, sealed)"
                                + " values (?1, ?2, ?3, ?4)",
                        order.activation(),
                        order.number(),
                        order.until(),
                        signed)
                .chain(epoch::advance)
                .replaceWithVoid();
    }

    private Uni<Void> refused(String activation, String why) {
        LOG.warnf("An order about the activation %s is refused: it %s.", activation, why);
        return journal.refused(activation, why);
    }
}
