package org.entente.crisis.review;

import java.util.List;
import java.util.Set;
import org.entente.crisis.Moves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MoveTest {
    private static final Set<String> LEGAL = Set.of(
            "OPEN FIND AUTHORITY OPEN",
            "OPEN FIND CONTRIBUTOR OPEN",
            "OPEN RECOMMEND AUTHORITY OPEN",
            "OPEN RECOMMEND CONTRIBUTOR OPEN",
            "OPEN CONCLUDE AUTHORITY CONCLUDED",
            "CONCLUDED PROPOSE_SUMMARY AUTHORITY SUMMARY_PROPOSED",
            "SUMMARY_PROPOSED PUBLISH AUTHORITY PUBLISHED",
            "SUMMARY_PROPOSED REJECT_SUMMARY AUTHORITY CONCLUDED",
            "SUMMARY_PROPOSED REJECT_SUMMARY PROPOSER CONCLUDED",
            "OPEN DECIDE AUTHORITY OPEN",
            "OPEN DECIDE PROPOSER OPEN",
            "OPEN DECIDE CONTRIBUTOR OPEN",
            "CONCLUDED DECIDE AUTHORITY CONCLUDED",
            "CONCLUDED DECIDE PROPOSER CONCLUDED",
            "CONCLUDED DECIDE CONTRIBUTOR CONCLUDED",
            "SUMMARY_PROPOSED DECIDE AUTHORITY SUMMARY_PROPOSED",
            "SUMMARY_PROPOSED DECIDE PROPOSER SUMMARY_PROPOSED",
            "SUMMARY_PROPOSED DECIDE CONTRIBUTOR SUMMARY_PROPOSED",
            "PUBLISHED DECIDE AUTHORITY PUBLISHED",
            "PUBLISHED DECIDE PROPOSER PUBLISHED",
            "PUBLISHED DECIDE CONTRIBUTOR PUBLISHED");

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
