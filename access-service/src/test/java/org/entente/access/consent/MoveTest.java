package org.entente.access.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.entente.access.consent.Move.Mover;
import org.entente.access.consent.Move.Standing;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every move from every state by every role of the home nation, the nation that is asked, and another one. */
class MoveTest {
    private static final String ASKER = "a";
    private static final Giver HOME = Giver.originator("XAA");
    private static final Giver FOREIGN = Giver.originator("XCC");
    private static final Giver OWNER = Giver.owner("XAA-AEROWORKS");

    static Stream<Arguments> all() {
        return Stream.of(Move.values()).flatMap(move -> Stream.of(State.values())
                .flatMap(state -> Stream.of(HOME, FOREIGN, OWNER).flatMap(giver -> Stream.of("XAA", "XBB", "XCC")
                        .flatMap(nation -> Stream.of(Role.values()).flatMap(role -> Stream.of(ASKER, "another")
                                .map(person -> Arguments.of(move, state, giver, nation, role, person)))))));
    }

    @ParameterizedTest(name = "{0} from {1} of {2} by {3} {4} {5}")
    @MethodSource("all")
    void isLegalOrRefused(Move move, State state, Giver giver, String nation, Role role, String person) {
        // given
        Standing standing = new Standing(state, giver, ASKER);
        Mover mover = new Mover(person, nation, nation.equals("XAA"), Set.of(role), Set.of());

        // when
        Object outcome = outcome(move, standing, mover);

        // then
        boolean speaks = (giver == HOME && nation.equals("XAA") && role == Role.ORIGINATOR)
                || (giver == FOREIGN && nation.equals("XCC") && role == Role.LIAISON_OFFICER);
        boolean reads = nation.equals("XAA")
                && Set.of(Role.LIAISON_OFFICER, Role.ORIGINATOR, Role.POLICY_ADMINISTRATOR, Role.AUDITOR)
                        .contains(role);
        assertThat(outcome).isEqualTo(speaks ? expected(move, state, person) : reads ? (Object) 403 : 404);
    }

    @ParameterizedTest(name = "{0} from {1} of {2} by {3} {4} {5}")
    @MethodSource("all")
    void anOwnerSpeaksThroughItsRepresentativesAlone(
            Move move, State state, Giver giver, String nation, Role role, String person) {
        // given
        Mover other = new Mover(person, nation, false, Set.of(role), Set.of("XAA-OPTICS"));
        Mover representative = new Mover(person, nation, false, Set.of(role), Set.of("XAA-AEROWORKS"));
        Standing standing = new Standing(state, OWNER, ASKER);

        // when
        Object outcome = outcome(move, standing, representative);

        // then
        assertThat(outcome).isEqualTo(expected(move, state, person));
        assertThat(outcome(move, standing, other)).isEqualTo(404);
    }

    private static Object outcome(Move move, Standing standing, Mover mover) {
        try {
            return move.from(standing, mover);
        } catch (Problem refusal) {
            return refusal.status();
        }
    }

    private static Object expected(Move move, State state, String person) {
        return switch (move) {
            case GIVE -> person.equals(ASKER) ? (Object) 403 : state == State.ASKED ? State.GIVEN : 409;
            case REFUSE -> state == State.ASKED ? State.REFUSED : (Object) 409;
            case WITHDRAW -> state == State.GIVEN ? State.WITHDRAWN : (Object) 409;
        };
    }
}
