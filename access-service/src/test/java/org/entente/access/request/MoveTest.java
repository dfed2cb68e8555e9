package org.entente.access.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.access.request.Move.Part;
import org.entente.http.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MoveTest {
    private static final Set<String> LEGAL = Set.of(
            "SUBMITTED ROUTE RESPONSIBLE ROUTED",
            "SUBMITTED ROUTE LIAISON ROUTED",
            "SUBMITTED ROUTE CLOCK ROUTED",
            "ROUTED ROUTE RESPONSIBLE ROUTED",
            "ROUTED ROUTE LIAISON ROUTED",
            "ROUTED ROUTE CLOCK ROUTED",
            "ROUTED ASK RESPONSIBLE CLARIFYING",
            "CLARIFYING ANSWER REQUESTER ROUTED",
            "CLARIFYING ANSWER PARTNER_OFFICER ROUTED",
            "ROUTED APPROVE RESPONSIBLE APPROVED",
            "ROUTED REFUSE RESPONSIBLE REFUSED",
            "SUBMITTED WITHDRAW REQUESTER WITHDRAWN",
            "SUBMITTED WITHDRAW PARTNER_OFFICER WITHDRAWN",
            "ROUTED WITHDRAW REQUESTER WITHDRAWN",
            "ROUTED WITHDRAW PARTNER_OFFICER WITHDRAWN",
            "CLARIFYING WITHDRAW REQUESTER WITHDRAWN",
            "CLARIFYING WITHDRAW PARTNER_OFFICER WITHDRAWN",
            "SUBMITTED LAPSE CLOCK LAPSED",
            "ROUTED LAPSE CLOCK LAPSED",
            "CLARIFYING LAPSE CLOCK LAPSED",
            "ROUTED ESCALATE CLOCK ROUTED");

    /** Every state, every move, every part: what is not listed above is refused. */
    @ParameterizedTest(name = "{0}: {1} by {2}")
    @MethodSource("everything")
    void isLegalOrNot(State state, Move move, Part part) {
        // when
        String outcome = outcome(state, move, part);

        // then
        if (part == Part.STRANGER) {
            assertThat(outcome).isEqualTo("404");
        } else if (outcome.length() > 3) {
            assertThat(LEGAL).contains(state + " " + move + " " + part + " " + outcome);
        } else {
            assertThat(LEGAL).noneMatch(legal -> legal.startsWith(state + " " + move + " " + part + " "));
            assertThat(outcome).isIn("403", "409");
        }
    }

    /** Who may never make a move is told so, whatever the state. */
    @ParameterizedTest(name = "{0}: {1} by {2}")
    @MethodSource("everything")
    void roleComesBeforeState(State state, Move move, Part part) {
        // given
        boolean mayEver = LEGAL.stream().anyMatch(legal -> legal.contains(" " + move + " " + part + " "));

        // when
        String outcome = outcome(state, move, part);

        // then
        assertThat(outcome.equals("403")).isEqualTo(!mayEver && part != Part.STRANGER);
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
            return move.from(state, part).name();
        } catch (Problem problem) {
            return String.valueOf(problem.status());
        }
    }
}
