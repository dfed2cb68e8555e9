package org.entente.access.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.access.message.Move.Part;
import org.entente.http.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MoveTest {
    private static final Set<String> LEGAL = Set.of(
            "DRAFTED REVISE DRAFTER DRAFTED",
            "IN_COORDINATION REVISE DRAFTER DRAFTED",
            "DRAFTED SUBMIT DRAFTER IN_COORDINATION",
            "IN_COORDINATION CHECK AGENCY IN_COORDINATION",
            "IN_COORDINATION OVERRULE SUPERIOR IN_COORDINATION",
            "IN_COORDINATION APPROVE SUPERIOR APPROVED",
            "IN_COORDINATION APPROVE LIAISON APPROVED",
            "APPROVED SEND DRAFTER SENT",
            "APPROVED SEND SUPERIOR SENT",
            "APPROVED SEND LIAISON SENT",
            "SENT ACKNOWLEDGE PARTNER ACKNOWLEDGED",
            "DRAFTED DISCARD DRAFTER DISCARDED",
            "DRAFTED DISCARD SUPERIOR DISCARDED",
            "IN_COORDINATION DISCARD DRAFTER DISCARDED",
            "IN_COORDINATION DISCARD SUPERIOR DISCARDED",
            "APPROVED DISCARD DRAFTER DISCARDED",
            "APPROVED DISCARD SUPERIOR DISCARDED");

    /** Every state, every move, every part: what is not listed above is refused. */
    @ParameterizedTest(name = "{0}: {1} by {2}")
    @MethodSource("everything")
    void isLegalOrNot(State state, Move move, Part part) {
        // when
        String outcome = outcome(state, move, part);

        // then
        if (outcome.length() > 3) {
            assertThat(LEGAL).contains(state + " " + move + " " + part + " " + outcome);
        } else {
            assertThat(LEGAL).noneMatch(legal -> legal.startsWith(state + " " + move + " " + part + " "));
            boolean isHidden = part == Part.STRANGER || part == Part.PARTNER && !state.isForPartner();
            assertThat(outcome.equals("404")).isEqualTo(isHidden);
        }
    }

    static List<Arguments> everything() {
        List<Arguments> all = new ArrayList<>();
        for (State state : State.values()) {
            for (Move move : Move.values()) {
                for (Part part : Part.values()) {
                    all.add(Arguments.of(state, move, part));
                }
            }
        }
        return all;
    }

    private static String outcome(State state, Move move, Part part) {
        try {
            return move.from(state, Set.of(part)).name();
        } catch (Problem problem) {
            return String.valueOf(problem.status());
        }
    }
}
