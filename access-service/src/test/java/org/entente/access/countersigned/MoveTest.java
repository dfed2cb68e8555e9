package org.entente.access.countersigned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.access.countersigned.Move.Mover;
import org.entente.access.countersigned.Move.Standing;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every move from every state by every role, at home and elsewhere, by the proposer, a second and a concerned person. */
class MoveTest {
    private static final String PROPOSER = "p";
    private static final String SECOND = "s";
    private static final String CONCERNED = "c";

    static Stream<Arguments> all() {
        List<@Nullable State> states = new ArrayList<>(List.of(State.values()));
        states.add(null);
        return Stream.of(Move.values()).flatMap(move -> states.stream().flatMap(state -> Stream.of(Role.values())
                .flatMap(role -> Stream.of(true, false).flatMap(isHome -> Stream.of(PROPOSER, SECOND, CONCERNED)
                        .map(person -> Arguments.of(move, state, role, isHome, person))))));
    }

    @ParameterizedTest(name = "{0} from {1} by {2}, home {3}, person {4}")
    @MethodSource("all")
    void isLegalOrRefused(Move move, @Nullable State state, Role role, boolean isHome, String person) {
        // given
        Standing standing = new Standing(state, PROPOSER, Set.of(CONCERNED));
        Mover mover = new Mover(person, isHome, Set.of(role));

        // when
        Object outcome = outcome(move, standing, mover);

        // then
        assertThat(outcome).isEqualTo(expected(move, state, role, isHome, person));
    }

    private static Object outcome(Move move, Standing standing, Mover mover) {
        try {
            return move.from(standing, mover);
        } catch (Problem refusal) {
            return refusal.status();
        }
    }

    /** The table, written as one: role, person, state. */
    private static Object expected(Move move, @Nullable State state, Role role, boolean isHome, String person) {
        boolean isAdministrator = isHome && role == Role.POLICY_ADMINISTRATOR;
        boolean isOfficer = isAdministrator || (isHome && role == Role.LIAISON_OFFICER);
        return switch (move) {
            case PROPOSE -> !isOfficer || person.equals(CONCERNED) ? 403 : state == null ? State.PROPOSED : 409;
            case CONFIRM ->
                !isAdministrator || !person.equals(SECOND) ? 403 : state == State.PROPOSED ? State.IN_FORCE : 409;
            case WITHDRAW -> !isOfficer ? 403 : state == null || state == State.WITHDRAWN ? 409 : State.WITHDRAWN;
        };
    }
}
