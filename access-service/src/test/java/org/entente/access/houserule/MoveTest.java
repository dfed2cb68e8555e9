package org.entente.access.houserule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.entente.http.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MoveTest {
    /** Of administrators only, which the interface sees to; whatever is not listed is 409. */
    private static final Set<String> LEGAL = Set.of(
            "PROPOSED APPROVE another IN_FORCE",
            "PROPOSED APPROVE proposer 403",
            "IN_FORCE SUPERSEDE another SUPERSEDED",
            "IN_FORCE SUPERSEDE proposer SUPERSEDED",
            "PROPOSED WITHDRAW another WITHDRAWN",
            "PROPOSED WITHDRAW proposer WITHDRAWN",
            "IN_FORCE WITHDRAW another WITHDRAWN",
            "IN_FORCE WITHDRAW proposer WITHDRAWN");

    static Stream<Arguments> everything() {
        return Stream.of(State.values()).flatMap(state -> Stream.of(Move.values())
                .flatMap(move -> Stream.of("proposer", "another").map(who -> Arguments.of(state, move, who))));
    }

    @ParameterizedTest(name = "{0}: {1} by the {2}")
    @MethodSource("everything")
    void isLegalOrNot(State state, Move move, String who) {
        // given
        Move.Mover mover = new Move.Mover(who.equals("proposer"));

        // when
        String outcome = outcome(move, state, mover);

        // then
        String act = state + " " + move + " " + who + " ";
        assertThat(LEGAL.stream()
                        .filter(legal -> legal.startsWith(act))
                        .findFirst()
                        .orElse(act + "409"))
                .isEqualTo(act + outcome);
    }

    private static String outcome(Move move, State state, Move.Mover mover) {
        try {
            return move.from(state, mover).name();
        } catch (Problem problem) {
            return String.valueOf(problem.status());
        }
    }
}
