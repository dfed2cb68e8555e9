package org.entente.access.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.http.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MoveTest {
    private static final Set<String> PARTIES = Set.of("XAA", "XBB", "XCC");

    /**
     * Where each move leads an officer of a party that has neither consented nor resumed, of three of which XAA has done both:
     * for every state without an amendment on the table, then with one. Whatever is not listed is 409.
     */
    private static final Map<State, List<String>> LEGAL = new EnumMap<>(Map.of(
            State.DRAFTED, List.of("REVISE DRAFTED", "PROPOSE PROPOSED", "END ENDED"),
            State.PROPOSED, List.of("COUNTER COUNTERED", "CONSENT PROPOSED", "END ENDED"),
            State.COUNTERED, List.of("COUNTER COUNTERED", "CONSENT COUNTERED", "END ENDED"),
            State.CONSENTED, List.of("WITHDRAW PROPOSED", "SUSPEND SUSPENDED", "AMEND IN_FORCE", "END ENDED"),
            State.IN_FORCE, List.of("WITHDRAW PROPOSED", "SUSPEND SUSPENDED", "AMEND IN_FORCE", "END ENDED"),
            State.SUSPENDED, List.of("WITHDRAW PROPOSED", "RESUME SUSPENDED", "AMEND SUSPENDED", "END ENDED"),
            State.ENDED, List.of(),
            State.LAPSED, List.of()));

    private static final Map<State, List<String>> LEGAL_AMENDING = new EnumMap<>(Map.of(
            State.CONSENTED,
                    List.of(
                            "WITHDRAW PROPOSED",
                            "SUSPEND SUSPENDED",
                            "COUNTER IN_FORCE",
                            "CONSENT IN_FORCE",
                            "DROP IN_FORCE",
                            "END ENDED"),
            State.IN_FORCE,
                    List.of(
                            "WITHDRAW PROPOSED",
                            "SUSPEND SUSPENDED",
                            "COUNTER IN_FORCE",
                            "CONSENT IN_FORCE",
                            "DROP IN_FORCE",
                            "END ENDED"),
            State.SUSPENDED,
                    List.of(
                            "WITHDRAW PROPOSED",
                            "RESUME SUSPENDED",
                            "COUNTER SUSPENDED",
                            "CONSENT SUSPENDED",
                            "DROP SUSPENDED",
                            "END ENDED")));

    static Stream<Arguments> everyMoveInEveryState() {
        List<Arguments> all = new ArrayList<>();
        for (boolean isAmending : new boolean[] {false, true}) {
            Map<State, List<String>> legal = isAmending ? LEGAL_AMENDING : LEGAL;
            legal.forEach((state, moves) -> {
                for (Move move : Move.values()) {
                    String outcome = moves.stream()
                            .filter(line -> line.startsWith(move + " "))
                            .map(line -> line.substring(move.name().length() + 1))
                            .findFirst()
                            .orElse("409");
                    all.add(Arguments.of(state, isAmending, move, outcome));
                }
            });
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, amending {1}: {2} → {3}")
    @MethodSource("everyMoveInEveryState")
    void leadsAnOfficerSomewhereOrNowhere(State state, boolean isAmending, Move move, String outcome) {
        // given
        Move.Standing standing = standing(state, isAmending, Set.of("XAA"));
        boolean isHome = state == State.DRAFTED;

        // when
        String result = outcome(move, standing, new Move.Mover(isHome ? "XAA" : "XBB", true, isHome));

        // then
        assertThat(result).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}, amending {1}: {2} by nobody who may")
    @MethodSource("everyMoveInEveryState")
    void leadsNobodyElseAnywhere(State state, boolean isAmending, Move move, String ignored) {
        // given
        Move.Standing standing = standing(state, isAmending, Set.of("XAA"));

        // when
        List<String> results = List.of(
                outcome(move, standing, new Move.Mover("XDD", true, false)),
                outcome(move, standing, new Move.Mover("XDD", false, false)),
                outcome(move, standing, new Move.Mover("XBB", false, false)),
                outcome(move, standing, new Move.Mover("XAA", false, true)));

        // then
        String ofTheParty = state == State.DRAFTED ? "404" : "403";
        assertThat(results).containsExactly("404", "404", ofTheParty, "403");
    }

    @ParameterizedTest(name = "a draft is not there for a partner who would {0}")
    @CsvSource({"REVISE", "PROPOSE", "COUNTER", "CONSENT", "WITHDRAW", "SUSPEND", "RESUME", "AMEND", "DROP", "END"})
    void isSecretWhileDrafted(Move move) {
        // given
        Move.Standing standing = standing(State.DRAFTED, false, Set.of());

        // when
        String result = outcome(move, standing, new Move.Mover("XBB", true, false));

        // then
        assertThat(result).isEqualTo("404");
    }

    @ParameterizedTest(name = "{0} consented in {1}, amending {2}: {3} by XBB → {4}")
    @CsvSource({
        "XAA XCC, PROPOSED, false, CONSENT, IN_FORCE",
        "XAA XCC, COUNTERED, false, CONSENT, IN_FORCE",
        "XAA XCC, IN_FORCE, true, CONSENT, IN_FORCE",
        "XAA XCC, SUSPENDED, true, CONSENT, SUSPENDED",
        "XCC, PROPOSED, false, CONSENT, PROPOSED",
        "XCC, COUNTERED, false, CONSENT, COUNTERED",
        "XBB, PROPOSED, false, CONSENT, 409",
        "XBB, COUNTERED, false, CONSENT, 409",
        "XBB, IN_FORCE, true, CONSENT, 409",
        "XBB, SUSPENDED, true, CONSENT, 409",
        "XBB, PROPOSED, false, WITHDRAW, PROPOSED",
        "XBB, COUNTERED, false, WITHDRAW, COUNTERED",
        "XAA, PROPOSED, false, WITHDRAW, 409",
        "XAA, COUNTERED, false, WITHDRAW, 409"
    })
    void dependsOnWhoHasConsented(String consented, State state, boolean isAmending, Move move, String outcome) {
        // given
        Move.Standing standing = standing(state, isAmending, Set.of(consented.split(" ")));

        // when
        String result = outcome(move, standing, new Move.Mover("XBB", true, false));

        // then
        assertThat(result).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} would resume: XBB → {1}")
    @CsvSource({"XAA XCC, IN_FORCE", "XAA, SUSPENDED", "XCC, SUSPENDED", "XBB, 409"})
    void isResumedByAllOnly(String resuming, String outcome) {
        // given
        var standing = new Move.Standing(State.SUSPENDED, false, PARTIES, PARTIES, Set.of(resuming.split(" ")));

        // when
        String result = outcome(Move.RESUME, standing, new Move.Mover("XBB", true, false));

        // then
        assertThat(result).isEqualTo(outcome);
    }

    @Test
    void isHaltedByEveryPartyAlone() {
        // given
        Move.Standing standing = standing(State.IN_FORCE, false, PARTIES);

        // when
        List<String> results = PARTIES.stream()
                .map(party -> outcome(Move.SUSPEND, standing, new Move.Mover(party, true, party.equals("XAA"))))
                .toList();

        // then
        assertThat(results).containsOnly("SUSPENDED");
    }

    private static Move.Standing standing(State state, boolean isAmending, Set<String> consented) {
        return new Move.Standing(state, isAmending, PARTIES, consented, Set.of("XAA"));
    }

    private static String outcome(Move move, Move.Standing standing, Move.Mover mover) {
        try {
            return move.from(standing, mover).name();
        } catch (Problem problem) {
            return String.valueOf(problem.status());
        }
    }
}
