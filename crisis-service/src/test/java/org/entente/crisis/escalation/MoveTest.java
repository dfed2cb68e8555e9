package org.entente.crisis.escalation;

import java.util.List;
import java.util.Set;
import org.entente.crisis.Moves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MoveTest {
    private static final Set<String> LEGAL = Set.of(
            "OPEN ACKNOWLEDGE CALLED ACKNOWLEDGED",
            "UNANSWERED ACKNOWLEDGE CALLED ACKNOWLEDGED",
            "ACKNOWLEDGED HAND_OVER HOLDER OPEN",
            "ACKNOWLEDGED HAND_OVER AUTHORITY OPEN",
            "OPEN ASCEND CLOCK OPEN",
            "OPEN ASCEND HOLDER OPEN",
            "OPEN ASCEND CALLED OPEN",
            "OPEN ASCEND AUTHORITY OPEN",
            "ACKNOWLEDGED ASCEND CLOCK OPEN",
            "ACKNOWLEDGED ASCEND HOLDER OPEN",
            "ACKNOWLEDGED ASCEND CALLED OPEN",
            "ACKNOWLEDGED ASCEND AUTHORITY OPEN",
            "OPEN REMIND CLOCK OPEN",
            "OPEN GIVE_UP CLOCK UNANSWERED",
            "OPEN RESOLVE HOLDER RESOLVED",
            "OPEN RESOLVE AUTHORITY RESOLVED",
            "ACKNOWLEDGED RESOLVE HOLDER RESOLVED",
            "ACKNOWLEDGED RESOLVE AUTHORITY RESOLVED",
            "UNANSWERED RESOLVE HOLDER RESOLVED",
            "UNANSWERED RESOLVE AUTHORITY RESOLVED");

    @ParameterizedTest(name = "{0}: {1} by {2}")
    @MethodSource("everything")
    void isLegalOrNot(State state, Move move, Move.Part part) {
        String outcome = Moves.outcome(() -> move.from(state, part));

        Moves.require(LEGAL, state, move, part, outcome);
    }

    static List<Arguments> everything() {
        return Moves.everything(State.values(), Move.values(), Move.Part.values());
    }
}
