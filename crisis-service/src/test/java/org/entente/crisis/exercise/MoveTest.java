package org.entente.crisis.exercise;

import java.util.List;
import java.util.Set;
import org.entente.crisis.Moves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MoveTest {
    private static final Set<String> LEGAL = Set.of(
            "DRAFTED ACCEPT OFFICER DRAFTED",
            "READY START AUTHORITY RUNNING",
            "RUNNING INJECT CLOCK RUNNING",
            "RUNNING REACT AUTHORITY RUNNING",
            "RUNNING REACT OFFICER RUNNING",
            "RUNNING REACT PARTICIPANT RUNNING",
            "RUNNING ANSWER CLOCK RUNNING",
            "RUNNING COMPLETE CLOCK COMPLETED",
            "DRAFTED STOP AUTHORITY STOPPED",
            "DRAFTED STOP OFFICER STOPPED",
            "READY STOP AUTHORITY STOPPED",
            "READY STOP OFFICER STOPPED",
            "RUNNING STOP AUTHORITY STOPPED",
            "RUNNING STOP OFFICER STOPPED");

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
