package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.entente.access.policy.CompiledPolicy;
import org.entente.label.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Until when a decision on discovery may be used again. */
class ValidityTest {
    private static final int CASES = 500;
    private static final int INSTANTS = 40;

    static IntStream seeds() {
        return IntStream.range(0, CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingChangesWhileADecisionIsValid(int seed) {
        // given
        Random random = new Random(seed);
        Worlds worlds = new Worlds(random);
        CompiledPolicy policy = World.policy(withoutConditions(worlds.given()));
        ObjectNode when = worlds.when();
        Instant start = World.NOW.plusMillis(random.nextInt(7_200_000) - 5_400_000);

        // when
        Decision decision = Decider.decide(discovery(when, start), policy);

        // then
        Instant until = decision.validUntil();
        assertThat(until).isAfter(start);
        long length = Duration.between(start, until).toMillis();
        for (int number = 0; number < INSTANTS; number++) {
            Instant later = number == 0 ? until.minusNanos(1) : start.plusMillis((long) (random.nextDouble() * length));
            assertThat(Decider.decide(discovery(when, later), policy).view()).isEqualTo(decision.view());
        }
    }

    @Test
    void aDecisionEndsWithTheGrantItRestsOn() {
        // given
        ObjectNode given = (ObjectNode) World.json("{\"grants\": [{\"until\": \"2026-06-15T12:00:07Z\"}]}");

        // when
        Decision decision = Decider.decide(discovery(onePortion(), World.NOW), World.policy(given));

        // then
        assertThat(decision.permits()).isTrue();
        assertThat(decision.validUntil()).isEqualTo("2026-06-15T12:00:07Z");
    }

    @Test
    void aDecisionOutlastsNoDaySinceGroupsChangeWithIt() {
        // given
        Instant late = Instant.parse("2026-06-15T23:59:58Z");

        // when
        Decision decision = Decider.decide(discovery(onePortion(), late), World.policy(World.json("{}")));

        // then
        assertThat(decision.validUntil()).isEqualTo("2026-06-16T00:00:00Z");
    }

    @Test
    void aDecisionOfAPartnerWithConditionsIsGoodOnce() {
        // given
        ObjectNode given = (ObjectNode) World.json("""
                {"agreements": [{}, {"id": "a2", "conditions": [{"clause": "9", "expression": "true"}]}]}""");

        // when
        Decision decision = Decider.decide(discovery(onePortion(), World.NOW), World.policy(given));

        // then
        assertThat(decision.validUntil()).isNull();
    }

    @Test
    void aDecisionOnAnythingElseIsGoodOnce() {
        // given
        Question.OfAsset view = World.question(onePortion());

        // when
        Decision decision = Decider.decide(view, World.policy(World.json("{}")));

        // then
        assertThat(decision.permits()).isTrue();
        assertThat(decision.validUntil()).isNull();
    }

    private static ObjectNode withoutConditions(ObjectNode given) {
        given.path("agreements").forEach(agreement -> ((ObjectNode) agreement).remove("conditions"));
        return given;
    }

    private static ObjectNode onePortion() {
        return (ObjectNode) World.json("{\"portions\": {\"p1\": {}}}");
    }

    private static Question.OfAsset discovery(ObjectNode when, Instant instant) {
        Question.OfAsset question = World.question(when).with(Act.DISCOVER);
        Question.Context context = new Question.Context(question.context().purpose(), instant, false);
        return new Question.OfAsset(question.person(), question.act(), question.asset(), context);
    }
}
