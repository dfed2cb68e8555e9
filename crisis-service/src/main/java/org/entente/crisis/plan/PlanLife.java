package org.entente.crisis.plan;

import java.util.Set;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Refusal;
import org.entente.crisis.act.Transition;

/**
 * The life of a plan: the one place that says which step is legal, and for which party.
 *
 * @param partners the parties beside the home side, whose consent is the proposal itself
 * @param consented the parties that have consented
 */
record PlanLife(PlanState state, Set<String> partners, Set<String> consented) {

    /** A partner consents, for its own nation only; the last one makes the plan agreed. */
    Transition<PlanState> consent(Actor actor) {
        if (!partners.contains(actor.nation())) {
            return Transition.refused(Refusal.NOT_A_PARTY, "The nation is not a party.");
        }
        if (state != PlanState.PROPOSED) {
            return Transition.refused(Refusal.WRONG_STATE, "The plan is " + state.wireName() + " already.");
        }
        if (consented.contains(actor.nation())) {
            return Transition.refused(Refusal.WRONG_STATE, actor.nation() + " has consented already.");
        }
        boolean isLast =
                partners.stream().allMatch(partner -> consented.contains(partner) || partner.equals(actor.nation()));
        return Transition.to(isLast ? PlanState.AGREED : PlanState.PROPOSED);
    }

    /** Any party takes its consent back; one is enough, since a plan stands by the consent of all. */
    Transition<PlanState> withdraw(Actor actor) {
        if (!isParty(actor)) {
            return Transition.refused(Refusal.NOT_A_PARTY, "The nation is not a party.");
        }
        return state == PlanState.WITHDRAWN
                ? Transition.refused(Refusal.WRONG_STATE, "The plan is withdrawn already.")
                : Transition.to(PlanState.WITHDRAWN);
    }

    boolean isParty(Actor actor) {
        return actor.isHome() || partners.contains(actor.nation());
    }
}
