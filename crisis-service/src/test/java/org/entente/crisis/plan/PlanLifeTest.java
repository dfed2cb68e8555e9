package org.entente.crisis.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Transition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanLifeTest {

    @ParameterizedTest(name = "{0} with consents of {1}: {2} consents → {3}")
    @CsvSource(textBlock = """
            PROPOSED,  XAA,         XBB, PROPOSED
            PROPOSED,  XAA,         XCC, PROPOSED
            PROPOSED,  XAA XBB,     XCC, AGREED
            PROPOSED,  XAA XCC,     XBB, AGREED
            PROPOSED,  XAA XBB,     XBB, WRONG_STATE
            PROPOSED,  XAA,         XDD, NOT_A_PARTY
            PROPOSED,  XAA,         XAA, NOT_A_PARTY
            AGREED,    XAA XBB XCC, XBB, WRONG_STATE
            AGREED,    XAA XBB XCC, XCC, WRONG_STATE
            AGREED,    XAA XBB XCC, XDD, NOT_A_PARTY
            WITHDRAWN, XAA XBB XCC, XBB, WRONG_STATE
            WITHDRAWN, XAA,         XBB, WRONG_STATE
            WITHDRAWN, XAA XBB XCC, XDD, NOT_A_PARTY
            """)
    void isAgreedByTheConsentOfEveryParty(PlanState state, String consented, String nation, String outcome) {
        Transition<PlanState> transition = plan(state, consented).consent(actor(nation));

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
        Transition<PlanState> transition = plan(state, "XAA XBB XCC").withdraw(actor(nation));

        assertThat(told(transition)).isEqualTo(outcome);
    }

    private static PlanLife plan(PlanState state, String consented) {
        Set<String> parties = Arrays.stream(consented.split(" ")).collect(Collectors.toSet());
        return new PlanLife(state, Set.of("XBB", "XCC"), parties);
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
