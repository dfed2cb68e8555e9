package org.entente.audit.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.audit.investigation.Move.Mover;
import org.entente.audit.investigation.Move.Part;
import org.entente.audit.investigation.Move.Standing;
import org.entente.http.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every move, from every state, by everyone: what is not in the tables below is refused. */
class MoveTest {

    private static final String ASSIGNEE = "the-assignee";
    private static final String PROPOSER = "the-proposer";
    private static final String OTHER = "somebody-else";

    private static final Map<Move, Map<State, State>> LEGAL = new EnumMap<>(Move.class);
    private static final Map<Move, Set<Part>> WHOSE = new EnumMap<>(Move.class);
    private static final Set<Move> BY_THE_ASSIGNEE = EnumSet.of(Move.NOTE, Move.ADD_EVIDENCE, Move.COMPLETE_REMEDY);
    private static final Set<Move> BY_A_SECOND =
            EnumSet.of(Move.CONFIRM_DISMISSAL, Move.CONFIRM_BREACH, Move.PUBLISH_STATEMENT);

    static {
        Map<State, State> stays = Map.of(
                State.OPENED, State.OPENED,
                State.ASSIGNED, State.ASSIGNED,
                State.DISMISSAL_PROPOSED, State.DISMISSAL_PROPOSED,
                State.BREACH_PROPOSED, State.BREACH_PROPOSED,
                State.BREACH, State.BREACH);
        LEGAL.put(Move.ADD_SUSPICION, Map.of(State.OPENED, State.OPENED, State.ASSIGNED, State.ASSIGNED));
        LEGAL.put(Move.ASSIGN, Map.of(State.OPENED, State.ASSIGNED, State.ASSIGNED, State.ASSIGNED));
        LEGAL.put(Move.NOTE, stays);
        LEGAL.put(Move.ADD_EVIDENCE, stays);
        LEGAL.put(
                Move.PROPOSE_DISMISSAL,
                Map.of(State.OPENED, State.DISMISSAL_PROPOSED, State.ASSIGNED, State.DISMISSAL_PROPOSED));
        LEGAL.put(Move.CONFIRM_DISMISSAL, Map.of(State.DISMISSAL_PROPOSED, State.DISMISSED));
        LEGAL.put(
                Move.PROPOSE_BREACH,
                Map.of(State.OPENED, State.BREACH_PROPOSED, State.ASSIGNED, State.BREACH_PROPOSED));
        LEGAL.put(Move.CONFIRM_BREACH, Map.of(State.BREACH_PROPOSED, State.BREACH));
        LEGAL.put(Move.RECALL, Map.of(State.DISMISSAL_PROPOSED, State.ASSIGNED, State.BREACH_PROPOSED, State.ASSIGNED));
        for (Move move : List.of(
                Move.PLAN_REMEDY,
                Move.COMPLETE_REMEDY,
                Move.SEND_NOTIFICATION,
                Move.DRAFT_STATEMENT,
                Move.PUBLISH_STATEMENT)) {
            LEGAL.put(move, Map.of(State.BREACH, State.BREACH));
        }
        for (Move move : List.of(Move.ACKNOWLEDGE, Move.NOTE_SANCTION)) {
            LEGAL.put(move, Map.of(State.BREACH, State.BREACH, State.CLOSED, State.CLOSED));
        }
        LEGAL.put(Move.CLOSE, Map.of(State.BREACH, State.CLOSED));
        for (Move move : Move.values()) {
            WHOSE.put(move, EnumSet.of(Part.AUDITOR));
        }
        WHOSE.put(Move.ADD_SUSPICION, EnumSet.of(Part.SERVICE));
        WHOSE.put(Move.NOTE_SANCTION, EnumSet.of(Part.SERVICE));
        WHOSE.put(Move.ACKNOWLEDGE, EnumSet.of(Part.ADDRESSEE));
    }

    static Stream<Arguments> everything() {
        List<Arguments> all = new ArrayList<>();
        for (Move move : Move.values()) {
            for (State state : State.values()) {
                for (Part part : Part.values()) {
                    for (String who : List.of(ASSIGNEE, PROPOSER, OTHER)) {
                        all.add(Arguments.of(move, state, new Mover(who, part)));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} from {1} by {2}")
    @MethodSource("everything")
    void isLegalExactlyAsWrittenDown(Move move, State state, Mover mover) {
        // given
        Standing standing = new Standing(state, ASSIGNEE, PROPOSER, 0);
        Expected expected = Expected.of(move, state, mover);

        // when
        Attempt attempt = Attempt.of(() -> move.from(standing, mover));

        // then
        assertThat(attempt.next()).isEqualTo(expected.next());
        assertThat(attempt.status()).isEqualTo(expected.status());
    }

    @Test
    void aRecalledCaseThatNobodyLooksIntoIsAsOpenAsBefore() {
        // given
        Standing standing = new Standing(State.DISMISSAL_PROPOSED, null, PROPOSER, 0);

        // when
        State next = Move.RECALL.from(standing, new Mover(OTHER, Part.AUDITOR));

        // then
        assertThat(next).isEqualTo(State.OPENED);
    }

    @Test
    void aCaseIsNotClosedWhileSomethingIsNotDone() {
        // given
        Standing standing = new Standing(State.BREACH, null, null, 1);

        // when
        var closing = assertThatThrownBy(() -> Move.CLOSE.from(standing, new Mover(OTHER, Part.AUDITOR)));

        // then
        closing.isInstanceOfSatisfying(
                Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    }

    @Test
    void whatNobodyDraftedIsNotPublished() {
        // given
        Standing standing = new Standing(State.BREACH, null, null, 0);

        // when
        var publishing =
                assertThatThrownBy(() -> Move.PUBLISH_STATEMENT.from(standing, new Mover(OTHER, Part.AUDITOR)));

        // then
        publishing.isInstanceOfSatisfying(
                Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    }

    /** What has to come of a move, by the tables. */
    private record Expected(Optional<State> next, int status) {

        static Expected of(Move move, State state, Mover mover) {
            boolean isAssignee = mover.part() == Part.OFFICER && mover.subject().equals(ASSIGNEE);
            boolean isTheirs = WHOSE.get(move).contains(mover.part()) || (BY_THE_ASSIGNEE.contains(move) && isAssignee);
            if (!isTheirs) {
                boolean isPartner = mover.part() == Part.ABROAD || mover.part() == Part.ADDRESSEE;
                return new Expected(Optional.empty(), isPartner ? 404 : 403);
            }
            State next = LEGAL.get(move).get(state);
            if (next == null) {
                return new Expected(Optional.empty(), 409);
            }
            boolean isSame = BY_A_SECOND.contains(move) && mover.subject().equals(PROPOSER);
            return isSame ? new Expected(Optional.empty(), 403) : new Expected(Optional.of(next), 200);
        }
    }

    private record Attempt(Optional<State> next, int status) {

        static Attempt of(Supplier<State> move) {
            try {
                return new Attempt(Optional.of(move.get()), 200);
            } catch (Problem problem) {
                return new Attempt(Optional.empty(), problem.status());
            }
        }
    }
}
