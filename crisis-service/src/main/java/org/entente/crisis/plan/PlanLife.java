package org.entente.crisis.plan;

import java.util.Set;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Refusal;
import org.entente.crisis.act.Transition;

/**
 * The life of a plan: the one place that says which step is legal, and for which party. Consents are given at access-service,
 * which tells of them; a version that lies on the table beside an agreed one changes nothing until it is agreed.
 *
 * @param partners the parties beside the home side
 * @param version that counts: the agreed one, or the first
 * @param open the version that lies on the table; the same where there is no other
 */
record PlanLife(PlanState state, Set<String> partners, int version, int open) {

    /** The home side lays another version on the table, in place of what lies there. */
    Transition<PlanState> amend(Actor actor) {
        if (!actor.isHome()) {
            return Transition.refused(
                    isParty(actor) ? Refusal.NOT_THIS_PERSON : Refusal.NOT_A_PARTY, "The home side drafts.");
        }
        return state == PlanState.WITHDRAWN
                ? Transition.refused(Refusal.WRONG_STATE, "The plan is withdrawn, for good.")
                : Transition.to(state);
    }

    /** All parties have consented to a version, which replaces what was agreed before. */
    Transition<PlanState> agree(int agreed) {
        if (state == PlanState.WITHDRAWN) {
            return Transition.refused(Refusal.WRONG_STATE, "The plan is withdrawn, for good.");
        }
        boolean isNews = state == PlanState.AGREED ? agreed > version : agreed >= version;
        return isNews && agreed <= open
                ? Transition.to(PlanState.AGREED)
                : Transition.refused(Refusal.WRONG_STATE, "That version is agreed already, or was never laid out.");
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
