package org.entente.access.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.http.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveTest {

    /** Every state, every mover, both moves; XBB has not consented, XAA has by proposing. */
    @ParameterizedTest(name = "{0}: {1} by {3} of {2} → {4}")
    @CsvSource({
        "PROPOSED, CONSENT, XBB, officer, IN_FORCE",
        "PROPOSED, CONSENT, XBB, analyst, 403",
        "PROPOSED, CONSENT, XAA, officer, 409",
        "PROPOSED, CONSENT, XAA, analyst, 403",
        "PROPOSED, CONSENT, XCC, officer, 404",
        "PROPOSED, CONSENT, XCC, analyst, 404",
        "PROPOSED, END, XBB, officer, ENDED",
        "PROPOSED, END, XBB, analyst, 403",
        "PROPOSED, END, XAA, officer, ENDED",
        "PROPOSED, END, XAA, analyst, 403",
        "PROPOSED, END, XCC, officer, 404",
        "IN_FORCE, CONSENT, XBB, officer, 409",
        "IN_FORCE, CONSENT, XBB, analyst, 403",
        "IN_FORCE, CONSENT, XAA, officer, 409",
        "IN_FORCE, CONSENT, XCC, officer, 404",
        "IN_FORCE, END, XBB, officer, ENDED",
        "IN_FORCE, END, XBB, analyst, 403",
        "IN_FORCE, END, XAA, officer, ENDED",
        "IN_FORCE, END, XAA, analyst, 403",
        "IN_FORCE, END, XCC, officer, 404",
        "ENDED, CONSENT, XBB, officer, 409",
        "ENDED, CONSENT, XBB, analyst, 403",
        "ENDED, CONSENT, XAA, officer, 409",
        "ENDED, CONSENT, XCC, officer, 404",
        "ENDED, END, XBB, officer, 409",
        "ENDED, END, XBB, analyst, 403",
        "ENDED, END, XAA, officer, 409",
        "ENDED, END, XCC, officer, 404",
        "LAPSED, CONSENT, XBB, officer, 409",
        "LAPSED, CONSENT, XBB, analyst, 403",
        "LAPSED, CONSENT, XAA, officer, 409",
        "LAPSED, CONSENT, XCC, officer, 404",
        "LAPSED, END, XBB, officer, 409",
        "LAPSED, END, XBB, analyst, 403",
        "LAPSED, END, XAA, officer, 409",
        "LAPSED, END, XCC, officer, 404"
    })
    void isLegalOrNot(State state, Move move, String nation, String who, String outcome) {
        // given
        var standing = new Move.Standing(state, Set.of("XAA", "XBB"), Set.of("XAA"));
        var mover = new Move.Mover(nation, who.equals("officer"));

        // when
        String result = outcome(move, standing, mover);

        // then
        assertThat(result).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "with {0} missing too, the consent of XBB leads to {1}")
    @CsvSource({"XCC, PROPOSED", "XBB, IN_FORCE"})
    void isInForceByTheLastConsentOnly(String missing, State state) {
        // given
        var standing = new Move.Standing(State.PROPOSED, new HashSet<>(List.of("XAA", "XBB", missing)), Set.of("XAA"));

        // when
        State next = Move.CONSENT.from(standing, new Move.Mover("XBB", true));

        // then
        assertThat(next).isEqualTo(state);
    }

    private static String outcome(Move move, Move.Standing standing, Move.Mover mover) {
        try {
            return move.from(standing, mover).name();
        } catch (Problem problem) {
            return String.valueOf(problem.status());
        }
    }
}
