package org.entente.crisis.degradation;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.http.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovesTest {

    @ParameterizedTest(name = "{0} from {1} by {2} → {3}")
    @CsvSource(textBlock = """
        PROPOSE_REVERSAL, ACTIVE,            first,  REVERSAL_PROPOSED
        PROPOSE_REVERSAL, REVERSAL_PROPOSED, second, 409
        PROPOSE_REVERSAL, REVERSED,          second, 409
        APPROVE_REVERSAL, ACTIVE,            second, 409
        APPROVE_REVERSAL, REVERSAL_PROPOSED, second, REVERSED
        APPROVE_REVERSAL, REVERSAL_PROPOSED, first,  403
        APPROVE_REVERSAL, REVERSED,          second, 409
        KEEP,             ACTIVE,            first,  409
        KEEP,             REVERSAL_PROPOSED, first,  ACTIVE
        KEEP,             REVERSAL_PROPOSED, second, ACTIVE
        KEEP,             REVERSED,          first,  409
        """)
    void aDegradationIsReversedByTwo(DegradationMove move, DegradationMove.State state, String person, String outcome) {
        assertThat(told(() -> move.from(state, person, "first").name())).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} from {1} by {2} → {3}")
    @CsvSource(textBlock = """
        APPROVE,     PROPOSED,     second, IN_FORCE
        APPROVE,     PROPOSED,     first,  403
        APPROVE,     IN_FORCE,     second, 409
        APPROVE,     END_PROPOSED, second, 409
        APPROVE,     ENDED,        second, 409
        WITHDRAW,    PROPOSED,     first,  ENDED
        WITHDRAW,    PROPOSED,     second, ENDED
        WITHDRAW,    IN_FORCE,     second, 409
        WITHDRAW,    END_PROPOSED, second, 409
        WITHDRAW,    ENDED,        second, 409
        PROPOSE_END, PROPOSED,     second, 409
        PROPOSE_END, IN_FORCE,     first,  END_PROPOSED
        PROPOSE_END, END_PROPOSED, second, 409
        PROPOSE_END, ENDED,        second, 409
        APPROVE_END, PROPOSED,     second, 409
        APPROVE_END, IN_FORCE,     second, 409
        APPROVE_END, END_PROPOSED, second, ENDED
        APPROVE_END, END_PROPOSED, first,  403
        APPROVE_END, ENDED,        second, 409
        KEEP,        PROPOSED,     first,  409
        KEEP,        IN_FORCE,     first,  409
        KEEP,        END_PROPOSED, first,  IN_FORCE
        KEEP,        ENDED,        first,  409
        """)
    void aRuleComesAndGoesByTwo(RuleMove move, RuleMove.State state, String person, String outcome) {
        assertThat(told(() -> move.from(state, person, "first").name())).isEqualTo(outcome);
    }

    private static String told(java.util.function.Supplier<String> move) {
        try {
            return move.get();
        } catch (Problem problem) {
            return Integer.toString(problem.status());
        }
    }
}
