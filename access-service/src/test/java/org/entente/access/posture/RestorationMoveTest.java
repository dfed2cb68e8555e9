package org.entente.access.posture;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.access.posture.Restoration.State;
import org.entente.http.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestorationMoveTest {

    @ParameterizedTest(name = "{0}: {1}, by the proposer: {2} → {3}")
    @CsvSource({
        "PROPOSED, APPROVE, false, APPROVED",
        "PROPOSED, APPROVE, true, 403",
        "PROPOSED, WITHDRAW, false, WITHDRAWN",
        "PROPOSED, WITHDRAW, true, WITHDRAWN",
        "APPROVED, APPROVE, false, 409",
        "APPROVED, APPROVE, true, 409",
        "APPROVED, WITHDRAW, false, 409",
        "APPROVED, WITHDRAW, true, 409",
        "WITHDRAWN, APPROVE, false, 409",
        "WITHDRAWN, APPROVE, true, 409",
        "WITHDRAWN, WITHDRAW, false, 409",
        "WITHDRAWN, WITHDRAW, true, 409",
        "EXPIRED, APPROVE, false, 409",
        "EXPIRED, APPROVE, true, 409",
        "EXPIRED, WITHDRAW, false, 409",
        "EXPIRED, WITHDRAW, true, 409"
    })
    void isLegalOrNot(State state, RestorationMove move, boolean isProposer, String outcome) {
        // given
        var mover = new RestorationMove.Mover(isProposer);

        // when
        String result = outcome(move, state, mover);

        // then
        assertThat(result).isEqualTo(outcome);
    }

    private static String outcome(RestorationMove move, State state, RestorationMove.Mover mover) {
        try {
            return move.from(state, mover).name();
        } catch (Problem problem) {
            return String.valueOf(problem.status());
        }
    }
}
