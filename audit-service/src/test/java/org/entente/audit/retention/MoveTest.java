package org.entente.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every move, from every state of every kind, by everybody. */
class MoveTest {

    private static final Person FIRST = new Person("anna", Set.of(Role.AUDITOR));
    private static final List<Person> PERSONS = List.of(
            FIRST,
            new Person("anna", EnumSet.of(Role.AUDITOR, Role.POLICY_ADMINISTRATOR)),
            new Person("berta", Set.of(Role.AUDITOR)),
            new Person("carl", Set.of(Role.POLICY_ADMINISTRATOR)),
            new Person("dora", EnumSet.of(Role.AUDITOR, Role.POLICY_ADMINISTRATOR)));
    private static final Set<String> SECONDS = Set.of("carl", "dora");

    /** What is legal, and where it leads; everything else is refused. */
    private static final Map<Kind, Map<State, Map<Move, State>>> LEGAL = Map.of(
            Kind.SCHEDULE,
            Map.of(
                    State.PROPOSED, Map.of(Move.APPROVE, State.IN_FORCE, Move.REFUSE, State.REFUSED),
                    State.IN_FORCE, Map.of(Move.END, State.ENDED)),
            Kind.ORDER,
            Map.of(
                    State.PROPOSED, Map.of(Move.APPROVE, State.IN_FORCE, Move.REFUSE, State.REFUSED),
                    State.IN_FORCE, Map.of(Move.END, State.ENDED)),
            Kind.HOLD,
            Map.of(
                    State.PROPOSED, Map.of(Move.APPROVE, State.IN_FORCE, Move.REFUSE, State.REFUSED),
                    State.IN_FORCE, Map.of(Move.END, State.ENDING),
                    State.ENDING, Map.of(Move.CONFIRM, State.ENDED, Move.KEEP, State.IN_FORCE)));

    static Stream<Arguments> everyMove() {
        return Arrays.stream(Kind.values()).flatMap(kind -> Arrays.stream(State.values())
                .filter(state -> kind == Kind.HOLD || state != State.ENDING)
                .flatMap(state -> Arrays.stream(Move.values())
                        .flatMap(move -> PERSONS.stream().map(person -> Arguments.of(kind, state, move, person)))));
    }

    @ParameterizedTest
    @MethodSource("everyMove")
    void aMoveIsLegalWhereTheTableSaysSoAndForTheRightSecondPerson(Kind kind, State state, Move move, Person person) {
        Move.Standing standing = new Move.Standing(kind, state, FIRST);
        State next = next(kind, state, move);
        boolean needsSecond = move == Move.APPROVE || move == Move.CONFIRM;

        if (next == null) {
            refused(() -> move.from(standing, person), 409);
        } else if (needsSecond && !SECONDS.contains(person.sub())) {
            refused(() -> move.from(standing, person), 403);
        } else {
            assertThat(move.from(standing, person)).isEqualTo(next);
        }
    }

    private static @Nullable State next(Kind kind, State state, Move move) {
        return LEGAL.get(kind).getOrDefault(state, Map.of()).get(move);
    }

    private static void refused(Runnable move, int status) {
        assertThatThrownBy(move::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }
}
