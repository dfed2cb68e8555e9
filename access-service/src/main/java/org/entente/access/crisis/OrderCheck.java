package org.entente.access.crisis;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.entente.events.order.ActivationOrder;
import org.entente.events.order.Allowance;
import org.jspecify.annotations.Nullable;

/**
 * Whether an order may be carried out, whoever signed it: crisis-service says that a consented plan is needed, and for how long,
 * and has no say in anything else.
 */
final class OrderCheck {
    /** How far the clocks of the two databases may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private OrderCheck() {}

    /**
     * What there is to an order.
     *
     * @param plan the consented version that it names; absent where there is none
     * @param sha256 of that version
     * @param newest the newest consented version of the plan
     * @param others when the version was or will be in force by other activations
     */
    record Consented(
            @Nullable PlanDocument plan,
            String sha256,
            Duration longest,
            Instant at,
            int newest,
            boolean isWithdrawn,
            List<Allowance.Span> others) {
        static final Consented NOTHING = new Consented(null, "", Duration.ZERO, Instant.MAX, 0, true, List.of());

        Consented {
            others = List.copyOf(others);
        }
    }

    /**
     * What an activation is so far.
     *
     * @param until first instant no more, as ordered last, or as it was ended
     * @param extensions how many there have been
     */
    record Running(String plan, int version, Instant from, Instant until, int extensions) {}

    /** Why the start is refused; absent where it is not. */
    static @Nullable String start(ActivationOrder order, Consented consented, Instant now) {
        PlanDocument plan = consented.plan();
        if (plan == null || !consented.sha256().equals(order.planSha256())) {
            return "names no version that all parties have consented to";
        }
        if (consented.isWithdrawn()) {
            return "is about a plan that a party has withdrawn from";
        }
        if (order.act() != ActivationOrder.Act.START || order.number() != 0) {
            return "does not start anything";
        }
        if (consented.newest() != order.version()) {
            return "is about a version that another has replaced";
        }
        if (order.from().plus(SKEW).isBefore(consented.at())) {
            return "starts before all parties had consented";
        }
        if (order.from().isAfter(now.plus(SKEW))) {
            return "starts in the future";
        }
        if (!order.until().isAfter(order.from())
                || Duration.between(order.from(), order.until()).compareTo(consented.longest()) > 0) {
            return "is longer than the plan allows";
        }
        return inAll(order, plan, consented);
    }

    /** Why the extension is refused; absent where it is not. */
    static @Nullable String extension(ActivationOrder order, Consented consented, Running running, Instant now) {
        PlanDocument plan = consented.plan();
        if (plan == null || consented.isWithdrawn() || !isSame(order, running)) {
            return "is about another plan than the activation, or about none";
        }
        if (order.act() != ActivationOrder.Act.EXTEND || order.number() != running.extensions() + 1) {
            return "is not the next extension";
        }
        if (order.number() > plan.extensions()) {
            return "is one more than the plan allows";
        }
        if (!now.isBefore(running.until())) {
            return "comes after the end, and what has ended stays so";
        }
        if (!order.until().isAfter(running.until())
                || Duration.between(running.from(), order.until()).compareTo(consented.longest()) > 0) {
            return "passes what the plan allows in all";
        }
        return inAll(order, plan, consented);
    }

    private static boolean isSame(ActivationOrder order, Running running) {
        return order.plan().equals(running.plan())
                && order.version() == running.version()
                && order.from().equals(running.from());
    }

    /** What starts and extensions have in common: the allowance, and who decided. */
    private static @Nullable String inAll(ActivationOrder order, PlanDocument plan, Consented consented) {
        Allowance allowance = plan.allowance();
        Allowance.Span ordered = new Allowance.Span(order.from(), order.until());
        if (allowance != null && !allowance.covers(ordered, consented.others())) {
            return "passes the plan's allowance, all its activations taken together";
        }
        return persons(order, plan.persons(order.criterionMet()));
    }

    private static @Nullable String persons(ActivationOrder order, int needed) {
        boolean areEnough = new HashSet<>(order.persons()).size() >= needed
                && order.persons().stream().noneMatch(String::isBlank);
        return areEnough ? null : "was not decided by as many persons as the plan demands, " + needed;
    }
}
