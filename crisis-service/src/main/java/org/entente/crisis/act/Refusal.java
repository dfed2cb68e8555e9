package org.entente.crisis.act;

/** Why a step of a state machine is not taken. */
public enum Refusal {
    /** The actor's nation has no part in it: for that nation it does not exist. */
    NOT_A_PARTY,
    /** The actor is a party, but this particular person may not. */
    NOT_THIS_PERSON,
    /** The present state does not allow it. */
    WRONG_STATE,
    /** More was asked for than the plan allows. */
    BEYOND_PLAN
}
