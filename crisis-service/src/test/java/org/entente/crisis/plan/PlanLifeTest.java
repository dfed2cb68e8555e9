package org.entente.crisis.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Transition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanLifeTest {

    @ParameterizedTest(name = "{0}, version {1}, open {2}: all say {3} → {4}")
    @CsvSource(textBlock = """
        PROPOSED,  1, 1, 1, AGREED
        PROPOSED,  1, 3, 3, AGREED
        PROPOSED,  1, 1, 2, WRONG_STATE
        AGREED,    1, 1, 1, WRONG_STATE
        AGREED,    1, 2, 2, AGREED
        AGREED,    2, 3, 1, WRONG_STATE
        AGREED,    1, 2, 3, WRONG_STATE
        WITHDRAWN, 1, 1, 1, WRONG_STATE
        WITHDRAWN, 1, 2, 2, WRONG_STATE
        """)
    void isAgreedInAVersionThatWasLaidOut(PlanState state, int version, int open, int agreed, String outcome) {
        PlanLife life = new PlanLife(state, Set.of("XBB", "XCC"), version, open);

        Transition<PlanState> transition = life.agree(agreed);

        assertThat(told(transition)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}: {1} amends → {2}")
    @CsvSource(textBlock = """
        PROPOSED,  XAA, PROPOSED
        PROPOSED,  XBB, NOT_THIS_PERSON
        PROPOSED,  XDD, NOT_A_PARTY
        AGREED,    XAA, AGREED
        AGREED,    XBB, NOT_THIS_PERSON
        AGREED,    XDD, NOT_A_PARTY
        WITHDRAWN, XAA, WRONG_STATE
        WITHDRAWN, XBB, NOT_THIS_PERSON
        """)
    void isAmendedByTheHomeSide(PlanState state, String nation, String outcome) {
        Transition<PlanState> transition = plan(state).amend(actor(nation));

        assertThat(told(transition)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}: {1} withdraws → {2}")
    @CsvSource(textBlock = """
        PROPOSED,  XAA, WITHDRAWN
        PROPOSED,  XBB, WITHDRAWN
        PROPOSED,  XDD, NOT_A_PARTY
        AGREED,    XAA, WITHDRAWN
        AGREED,    XBB, WITHDRAWN
        AGREED,    XCC, WITHDRAWN
        AGREED,    XDD, NOT_A_PARTY
        WITHDRAWN, XAA, WRONG_STATE
        WITHDRAWN, XBB, WRONG_STATE
        WITHDRAWN, XDD, NOT_A_PARTY
        """)
    void isWithdrawnByAnyPartyForGood(PlanState state, String nation, String outcome) {
        Transition<PlanState> transition = plan(state).withdraw(actor(nation));

        assertThat(told(transition)).isEqualTo(outcome);
    }

    private static PlanLife plan(PlanState state) {
        return new PlanLife(state, Set.of("XBB", "XCC"), 1, 1);
    }

    private static Actor actor(String nation) {
        return new Actor("subject", "someone@" + nation, nation, "XAA".equals(nation));
    }

    private static String told(Transition<PlanState> transition) {
        return transition instanceof Transition.Refused<PlanState> refused
                ? refused.why().name()
                : transition.orProblem().name();
    }
}
