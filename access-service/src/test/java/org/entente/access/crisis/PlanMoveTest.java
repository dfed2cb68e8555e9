package org.entente.access.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanMoveTest {
    private static final List<String> PARTIES = List.of("XAA", "XBB", "XCC");
    private static final Set<Role> OF_HOME = EnumSet.of(Role.CRISIS_AUTHORITY, Role.LIAISON_OFFICER);

    static Stream<Arguments> everything() {
        return Stream.of(PlanMove.values()).flatMap(move -> Stream.of("nobody", "others", "itself", "all", "withdrawn")
                .flatMap(situation -> Stream.of("XAA", "XBB", "XDD").flatMap(nation -> Stream.of(Role.values())
                        .map(role -> Arguments.of(move, situation, nation, role)))));
    }

    @ParameterizedTest(name = "{0}, consented: {1}, by {3} of {2}")
    @MethodSource("everything")
    void isMadeByWhoMayFromWhereItIsLegal(PlanMove move, String situation, String nation, Role role) {
        // given
        PlanMove.Standing standing = standing(situation, nation);
        PlanMove.Mover mover = new PlanMove.Mover(nation, nation.equals("XAA"), Set.of(role));

        // when
        String outcome = outcome(move, standing, mover);

        // then
        assertThat(outcome).isEqualTo(expected(move, situation, nation, role));
    }

    private static String expected(PlanMove move, String situation, String nation, Role role) {
        boolean may = nation.equals("XAA") ? OF_HOME.contains(role) : role == Role.LIAISON_OFFICER;
        if (!may) {
            return "403";
        }
        if (!PARTIES.contains(nation)) {
            return "404";
        }
        if (situation.equals("withdrawn")) {
            return "409";
        }
        if (move == PlanMove.WITHDRAW) {
            return "withdrawn";
        }
        return switch (situation) {
            case "nobody" -> "offered";
            case "others" -> "in_force";
            default -> "409";
        };
    }

    private static PlanMove.Standing standing(String situation, String nation) {
        Set<String> consented =
                switch (situation) {
                    case "others" ->
                        Set.copyOf(PARTIES.stream()
                                .filter(party -> !party.equals(nation))
                                .toList());
                    case "itself" -> Set.of(nation);
                    case "all", "withdrawn" -> Set.copyOf(PARTIES);
                    default -> Set.of();
                };
        return new PlanMove.Standing(situation.equals("withdrawn"), PARTIES, consented);
    }

    private static String outcome(PlanMove move, PlanMove.Standing standing, PlanMove.Mover mover) {
        try {
            return move.from(standing, mover).name().toLowerCase(Locale.ROOT);
        } catch (Problem problem) {
            return Integer.toString(problem.status());
        }
    }
}
