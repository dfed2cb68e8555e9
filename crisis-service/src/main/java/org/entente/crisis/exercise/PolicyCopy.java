package org.entente.crisis.exercise;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.crisis.exercise.Scenario.Effect;
import org.entente.crisis.exercise.Scenario.Inject;
import org.entente.crisis.exercise.Scenario.Kind;
import org.entente.crisis.exercise.Scenario.Opening;
import org.jspecify.annotations.Nullable;

/** Where the copy of policy that an exercise changes differs from the policy in force. */
@RegisterForReflection
record PolicyCopy(Map<String, String> postures, List<Opening> openings) {
    static final PolicyCopy UNCHANGED = new PolicyCopy(Map.of(), List.of());

    private static final Map<String, String> FALLS =
            Map.of("minor", "watch", "serious", "contained", "grave", "suspended");
    private static final List<String> STRICTNESS = List.of("normal", "watch", "contained", "suspended");

    /** After a breach or a loss, which lower a posture, and never raise one. */
    PolicyCopy after(Inject inject) {
        if (inject.kind() != Kind.BREACH && inject.kind() != Kind.LOST_PARTNER) {
            return this;
        }
        String fall = FALLS.getOrDefault(String.valueOf(inject.severity()), "suspended");
        String partner = String.valueOf(inject.partner());
        String present = postures.getOrDefault(partner, "normal");
        return STRICTNESS.indexOf(fall) > STRICTNESS.indexOf(present) ? posture(partner, fall) : this;
    }

    /** After a reaction that has this effect. */
    PolicyCopy after(@Nullable Effect effect) {
        if (effect == null) {
            return this;
        }
        if (effect.posture() != null) {
            return posture(effect.posture().partner(), effect.posture().posture());
        }
        return effect.opening() == null ? this : open(effect.opening());
    }

    private PolicyCopy posture(String partner, String posture) {
        Map<String, String> all = new HashMap<>(postures);
        all.put(partner, posture);
        return new PolicyCopy(Map.copyOf(all), openings);
    }

    private PolicyCopy open(Opening opening) {
        return new PolicyCopy(
                postures, Stream.concat(openings.stream(), Stream.of(opening)).toList());
    }
}
