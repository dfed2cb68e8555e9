package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.access.policy.Activation;
import org.entente.access.policy.CompiledPolicy;
import org.entente.access.policy.Reach;
import org.entente.label.Act;
import org.entente.label.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeciderPropertiesTest {
    private static final int CASES = 300;

    static IntStream seeds() {
        return IntStream.range(0, CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isAFunctionOfQuestionAndPolicy(int seed) {
        // given
        Worlds first = new Worlds(new Random(seed));
        Worlds second = new Worlds(new Random(seed));

        // when
        Decision decision = decide(first.given(), first.when());

        // then
        assertThat(decide(second.given(), second.when())).isEqualTo(decision);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderOfPortionsDoesNotMatter(int seed) {
        // given
        Worlds worlds = new Worlds(new Random(seed));
        ObjectNode given = worlds.given();
        ObjectNode when = worlds.when();
        Decision decision = decide(given, when);

        // when
        Decision shuffled = decide(given, shuffled(when, new Random(seed)));

        // then
        assertThat(permitted(shuffled)).isEqualTo(permitted(decision));
        assertThat(shuffled.view().tearline()).isEqualTo(decision.view().tearline());
        assertThat(shuffled.reasons()).containsExactlyInAnyOrderElementsOf(decision.reasons());
        assertThat(shuffled.explanation().partner())
                .isEqualTo(decision.explanation().partner());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void takingAwayNeverWidens(int seed) {
        // given
        Random random = new Random(seed);
        Worlds worlds = new Worlds(random);
        ObjectNode given = worlds.given();
        ObjectNode when = worlds.when();
        Set<String> before = permitted(decide(given, when));
        String from = List.of("agreements", "grants", "activations").get(random.nextInt(3));
        ArrayNode list = (ArrayNode) given.get(from);

        // when
        list.remove(list.isEmpty() ? 0 : random.nextInt(list.size()));

        // then
        assertThat(before).containsAll(permitted(decide(given, when)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFurtherConditionNeverWidens(int seed) {
        // given
        Worlds worlds = new Worlds(new Random(seed));
        ObjectNode given = worlds.given();
        ObjectNode when = worlds.when();
        Set<String> before = permitted(decide(given, when));

        // when
        given.get("agreements").forEach(agreement -> worlds.condition((ObjectNode) agreement));

        // then
        assertThat(before).containsAll(permitted(decide(given, when)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStricterPostureNeverWidens(int seed) {
        // given
        Worlds worlds = new Worlds(new Random(seed));
        ObjectNode given = worlds.given();
        ObjectNode when = worlds.when();
        Set<String> wider = new HashSet<>(List.of("p0", "p1", "p2", "p3", "p4", "p5"));

        for (String posture : List.of("NORMAL", "WATCH", "CONTAINED", "SUSPENDED")) {
            // when
            given.withObject("/partners").put("XBB", posture);

            // then
            Set<String> now = permitted(decide(given, when));
            assertThat(wider).containsAll(now);
            wider = now;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStricterLabelNeverWidens(int seed) {
        // given
        Random random = new Random(seed);
        Worlds worlds = new Worlds(random);
        ObjectNode given = worlds.given();
        ObjectNode when = worlds.when();
        Set<String> before = permitted(decide(given, when));

        // when
        when.get("portions").forEach(label -> worlds.restrict((ObjectNode) label));

        // then
        assertThat(before).containsAll(permitted(decide(given, when)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anActivationAdmitsNothingOutsideItsCeiling(int seed) {
        // given
        Worlds worlds = new Worlds(new Random(seed));
        ObjectNode given = worlds.given();
        ObjectNode when = worlds.when();
        ObjectNode calm = given.deepCopy();
        calm.putArray("activations");
        Set<String> inCalm = permitted(decide(calm, when));

        // when
        Set<String> added = permitted(decide(given, when));

        // then
        added.removeAll(inCalm);
        List<Activation> activations = World.policy(given).activations("XBB");
        assertThat(added).allSatisfy(portion -> assertThat(activations)
                .anyMatch(activation -> activation.reaches(reach(given, when, portion), World.NOW)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void afterTheEndNothingIsViewableThatWasNotBefore(int seed) {
        // given
        Worlds worlds = new Worlds(new Random(seed));
        ObjectNode given = worlds.given();
        ObjectNode when = worlds.when();
        given.withArray("/activations")
                .forEach(activation -> ((ObjectNode) activation).put("until", World.NOW.toString()));
        ObjectNode calm = given.deepCopy();
        calm.putArray("activations");

        // when
        Set<String> afterwards = permitted(decide(given, when));

        // then
        assertThat(afterwards).isEqualTo(permitted(decide(calm, when)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePartnerLearnsNothingOfWhatItMayNotHave(int seed) {
        // given
        Random random = new Random(seed);
        Worlds worlds = new Worlds(random);
        ObjectNode given = worlds.given();
        ObjectNode when = worlds.when();
        when.withObject("/portions").set("secret", worlds.secretLabel());
        Explanation.Partner told = decide(given, when).explanation().partner();

        // when
        ObjectNode otherGiven = worlds.differingInSecrets(given);
        when.withObject("/portions").set("secret", worlds.secretLabel());
        when.withObject("/portions").set("another", worlds.secretLabel());

        // then
        assertThat(decide(otherGiven, when).explanation().partner()).isEqualTo(told);
    }

    private static Reach reach(ObjectNode given, ObjectNode when, String portion) {
        Label label = ((StatedLabel.Readable) World.label(when.get("portions").get(portion))).label();
        CompiledPolicy policy = World.policy(given);
        String purpose = when.get("purpose").textValue();
        return new Reach(policy.meaning(label, "XAA", World.NOW), Act.VIEW, policy.aim(purpose));
    }

    private static ObjectNode shuffled(ObjectNode when, Random random) {
        ObjectNode copy = when.deepCopy();
        for (String kind : List.of("portions", "tearlines")) {
            List<String> names = new ArrayList<>();
            when.get(kind).fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode shuffled = copy.putObject(kind);
            names.forEach(name -> shuffled.set(name, when.get(kind).get(name)));
        }
        return copy;
    }

    private static Set<String> permitted(Decision decision) {
        return new HashSet<>(decision.view().portions());
    }

    private static Decision decide(ObjectNode given, ObjectNode when) {
        return Decider.decide(World.question(when), World.policy(given));
    }
}
