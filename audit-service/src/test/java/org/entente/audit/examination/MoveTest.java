package org.entente.audit.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.audit.examination.Mover.Part;
import org.entente.http.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every move of examinations and findings, from every state, by everybody. */
class MoveTest {

    private static final String FIRST = "first";
    private static final Map<Move, Set<State>> LEGAL = new EnumMap<>(Map.of(
            Move.INVITE, Set.of(State.PROPOSED),
            Move.COMMIT, Set.of(State.INVITED),
            Move.DRAW, Set.of(State.COMMITTED),
            Move.CONCLUDE, Set.of(State.DRAWN),
            Move.WITHDRAW, Set.of(State.PROPOSED, State.INVITED, State.COMMITTED, State.DRAWN)));
    private static final Map<FindingMove, Set<FindingState>> LEGAL_OF_FINDINGS = new EnumMap<>(Map.of(
            FindingMove.ANSWER, Set.of(FindingState.RAISED),
            FindingMove.REOPEN, Set.of(FindingState.ANSWERED, FindingState.REMEDIED),
            FindingMove.ACCEPT, Set.of(FindingState.ANSWERED),
            FindingMove.REMEDY, Set.of(FindingState.ACCEPTED),
            FindingMove.CLOSE, Set.of(FindingState.REMEDIED),
            FindingMove.WITHDRAW, Set.of(FindingState.RAISED, FindingState.ANSWERED)));

    record Try(Move move, State state, Mover mover) {}

    record TryFinding(FindingMove move, FindingState state, Mover mover) {}

    static List<Try> examinations() {
        List<Try> all = new ArrayList<>();
        for (Move move : Move.values()) {
            for (State state : State.values()) {
                movers().forEach(mover -> all.add(new Try(move, state, mover)));
            }
        }
        return all;
    }

    static List<TryFinding> findings() {
        List<TryFinding> all = new ArrayList<>();
        for (FindingMove move : FindingMove.values()) {
            for (FindingState state : FindingState.values()) {
                movers().forEach(mover -> all.add(new TryFinding(move, state, mover)));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("examinations")
    void anExaminationIsMovedByWhomAndFromWhereItMay(Try one) {
        // given
        boolean isAuditors = one.move() == Move.INVITE || one.move() == Move.WITHDRAW;
        Part theirs = isAuditors ? Part.AUDITOR : Part.EXAMINER;
        boolean isFromHere = LEGAL.getOrDefault(one.move(), Set.of()).contains(one.state());
        boolean isAlone = one.move() == Move.INVITE && one.mover().subject().equals(FIRST);

        // when
        Problem refused = catchThrowableOfType(Problem.class, () -> one.move().from(one.state(), FIRST, one.mover()));

        // then
        assertThat(status(refused)).isEqualTo(expected(one.mover(), Set.of(theirs), isFromHere, isAlone));
    }

    @ParameterizedTest
    @MethodSource("findings")
    void aFindingIsMovedByWhomAndFromWhereItMay(TryFinding one) {
        // given
        Set<Part> theirs =
                switch (one.move()) {
                    case ANSWER, REMEDY -> Set.of(Part.AUDITOR);
                    case REOPEN, ACCEPT, WITHDRAW -> Set.of(Part.EXAMINER);
                    case CLOSE -> Set.of(Part.AUDITOR, Part.EXAMINER);
                };
        boolean isFromHere =
                LEGAL_OF_FINDINGS.getOrDefault(one.move(), Set.of()).contains(one.state());
        boolean isAlone =
                one.move() == FindingMove.CLOSE && one.mover().subject().equals(FIRST);

        // when
        Problem refused = catchThrowableOfType(Problem.class, () -> one.move().from(one.state(), FIRST, one.mover()));

        // then
        assertThat(status(refused)).isEqualTo(expected(one.mover(), theirs, isFromHere, isAlone));
    }

    private static int expected(Mover mover, Set<Part> theirs, boolean isFromHere, boolean isAlone) {
        if (mover.part() == Part.STRANGER) {
            return 404;
        }
        if (!theirs.contains(mover.part())) {
            return 403;
        }
        if (!isFromHere) {
            return 409;
        }
        return isAlone ? 403 : 0;
    }

    private static int status(Problem refused) {
        return refused == null ? 0 : refused.status();
    }

    private static List<Mover> movers() {
        List<Mover> movers = new ArrayList<>();
        for (Part part : Part.values()) {
            movers.add(new Mover(FIRST, part));
            movers.add(new Mover("second", part));
        }
        return movers;
    }
}
