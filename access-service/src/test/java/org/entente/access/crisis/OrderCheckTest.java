package org.entente.access.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.entente.access.crisis.OrderCheck.Consented;
import org.entente.access.crisis.OrderCheck.Running;
import org.entente.events.order.ActivationOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever crisis-service orders, nothing lasts longer or starts otherwise than the parties agreed. */
class OrderCheckTest {
    private static final Instant CONSENTED = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration SKEW = Duration.ofMinutes(1);

    static IntStream seeds() {
        return IntStream.range(0, 2_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsCarriedOutIsAsAgreed(int seed) {
        // given
        Random random = new Random(seed);
        PlanDocument plan = plan(1 + random.nextInt(3), random.nextInt(3));
        Duration longest = Duration.ofMinutes(1 + random.nextInt(240));
        Consented consented =
                new Consented(plan, "digest", longest, CONSENTED, 1 + random.nextInt(2), random.nextInt(8) == 0);
        Instant now = CONSENTED.plusSeconds(random.nextInt(40_000) - 4_000);
        ActivationOrder order = order(random, ActivationOrder.Act.START, now, longest);

        // when
        String refusal = OrderCheck.start(order, consented, now);

        // then
        if (refusal == null) {
            assertThat(consented.isWithdrawn()).isFalse();
            assertThat(order.version()).isEqualTo(consented.newest());
            assertThat(order.planSha256()).isEqualTo("digest");
            assertThat(Duration.between(order.from(), order.until()))
                    .isPositive()
                    .isLessThanOrEqualTo(longest);
            assertThat(order.from()).isAfterOrEqualTo(CONSENTED.minus(SKEW)).isBeforeOrEqualTo(now.plus(SKEW));
            assertThat(order.persons().stream().distinct().count())
                    .isGreaterThanOrEqualTo(plan.persons(order.criterionMet()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void extensionsNeverPassTheMaximumAndNeverReviveWhatHasEnded(int seed) {
        // given
        Random random = new Random(seed);
        PlanDocument plan = plan(1, 3);
        Duration longest = Duration.ofMinutes(60);
        Consented consented = new Consented(plan, "digest", longest, CONSENTED, 1, false);
        Running running = new Running("plan", 1, CONSENTED, CONSENTED.plus(Duration.ofMinutes(10)), 0);
        Instant now = CONSENTED;

        // when
        for (int attempt = 0; attempt < 30; attempt++) {
            // Clocks jump back and forth.
            now = now.plusSeconds(random.nextInt(900) - 300);
            ActivationOrder order = extension(random, running, now);
            if (OrderCheck.extension(order, consented, running, now) == null) {
                assertThat(now).isBefore(running.until());
                running = new Running("plan", 1, CONSENTED, order.until(), order.number());
            }
        }

        // then
        assertThat(running.until()).isBeforeOrEqualTo(CONSENTED.plus(longest));
        assertThat(running.extensions()).isLessThanOrEqualTo(3);
    }

    @Test
    void takesWhatIsInOrder() {
        ActivationOrder order = new ActivationOrder(
                ActivationOrder.Act.START,
                "a",
                "plan",
                1,
                "digest",
                0,
                CONSENTED.plusSeconds(5),
                CONSENTED.plusSeconds(65),
                true,
                List.of("one"),
                CONSENTED.plusSeconds(5));

        String refusal = OrderCheck.start(
                order,
                new Consented(plan(1, 0), "digest", Duration.ofMinutes(1), CONSENTED, 1, false),
                CONSENTED.plusSeconds(6));

        assertThat(refusal).isNull();
    }

    private static ActivationOrder order(Random random, ActivationOrder.Act act, Instant now, Duration longest) {
        Instant from = now.plusSeconds(random.nextInt(300) - 200);
        return new ActivationOrder(
                random.nextInt(10) == 0 ? ActivationOrder.Act.EXTEND : act,
                "a",
                "plan",
                1 + random.nextInt(2),
                random.nextInt(10) == 0 ? "other" : "digest",
                random.nextInt(10) == 0 ? 1 : 0,
                from,
                from.plusSeconds(random.nextInt((int) longest.toSeconds() * 2) - 30),
                random.nextBoolean(),
                List.of("p" + random.nextInt(3), "p" + random.nextInt(3)),
                now);
    }

    private static ActivationOrder extension(Random random, Running running, Instant now) {
        return new ActivationOrder(
                ActivationOrder.Act.EXTEND,
                "a",
                "plan",
                1,
                "digest",
                running.extensions() + random.nextInt(2),
                running.from(),
                running.until().plusSeconds(random.nextInt(2_400) - 600),
                true,
                List.of("one"),
                now);
    }

    private static PlanDocument plan(int withCriterion, int extensions) {
        var terms = JsonNodeFactory.instance.objectNode().put("extensions", extensions);
        terms.putObject("activators").put("withCriterion", withCriterion);
        return new PlanDocument("plan", 1, List.of("XAA", "XBB"), terms);
    }
}
