package org.entente.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.http.Problem;
import org.junit.jupiter.params.provider.Arguments;

/** Every state, every move, every part: what is not listed as legal is refused, and who may never make a move is told so first. */
public final class Moves {
    private Moves() {}

    /** What a machine says to one of them. */
    public interface Machine {
        Enum<?> next();
    }

    public static List<Arguments> everything(Enum<?>[] states, Enum<?>[] moves, Enum<?>[] parts) {
        List<Arguments> all = new ArrayList<>();
        for (Enum<?> state : states) {
            for (Enum<?> move : moves) {
                for (Enum<?> part : parts) {
                    all.add(Arguments.of(state, move, part));
                }
            }
        }
        return all;
    }

    public static String outcome(Machine machine) {
        try {
            return machine.next().name();
        } catch (Problem problem) {
            return String.valueOf(problem.status());
        }
    }

    /** @param legal each {@code STATE MOVE PART NEXT} */
    public static void require(Set<String> legal, Enum<?> state, Enum<?> move, Enum<?> part, String outcome) {
        boolean mayEver = legal.stream().anyMatch(each -> each.contains(" " + move + " " + part + " "));
        if (part.name().equals("STRANGER")) {
            assertThat(outcome).isEqualTo("404");
        } else if (outcome.length() > 3) {
            assertThat(legal).contains(state + " " + move + " " + part + " " + outcome);
        } else {
            assertThat(legal).noneMatch(each -> each.startsWith(state + " " + move + " " + part + " "));
            assertThat(outcome).isEqualTo(mayEver ? "409" : "403");
        }
    }
}
