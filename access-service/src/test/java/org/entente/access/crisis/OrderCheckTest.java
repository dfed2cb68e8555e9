package org.entente.access.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.entente.access.crisis.OrderCheck.Consented;
import org.entente.access.crisis.OrderCheck.Running;
import org.entente.events.order.ActivationOrder;
import org.entente.events.order.Allowance;
import org.jspecify.annotations.Nullable;
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
        Consented consented = consented(plan, longest, 1 + random.nextInt(2), random.nextInt(8) == 0);
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
        Consented consented = consented(plan, longest, 1, false);
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

    /** Whoever holds the key: starting, extending, ending and backdating in any order, no four hours have more than one. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noOrdersTogetherPassTheAllowance(int seed) {
        // given
        Random random = new Random(seed);
        PlanDocument plan = plan(1, 10);
        ((ObjectNode) plan.terms())
                .putObject("allowance")
                .put("atMost", "PT60M")
                .put("within", "PT240M");
        List<Running> course = new ArrayList<>();
        Instant now = CONSENTED;

        // when
        for (int attempt = 0; attempt < 60; attempt++) {
            now = now.plusSeconds(60 * random.nextInt(20));
            Running running = course.isEmpty() ? null : course.get(random.nextInt(course.size()));
            int act = random.nextInt(3);
            if (act == 0 || running == null) {
                start(random, consented(plan, course, null), now).ifPresent(course::add);
            } else if (act == 1) {
                int place = course.indexOf(running);
                extend(random, consented(plan, course, running), running, now)
                        .ifPresent(longer -> course.set(place, longer));
            } else if (now.isBefore(running.until()) && !now.isBefore(running.from())) {
                course.set(course.indexOf(running), ended(running, now));
            }
        }

        // then
        BitSet inForce = new BitSet();
        course.forEach(each -> inForce.set(minute(each.from()), minute(each.until())));
        assertThat(course).isNotEmpty();
        for (int minute = 0; minute < inForce.length(); minute++) {
            assertThat(inForce.get(minute, minute + 240).cardinality()).isLessThanOrEqualTo(60);
        }
    }

    private static Optional<Running> start(Random random, Consented consented, Instant now) {
        Instant from = now.minus(Duration.ofMinutes(random.nextInt(30)));
        Instant until = from.plus(Duration.ofMinutes(1 + random.nextInt(40)));
        ActivationOrder order = order(ActivationOrder.Act.START, 0, from, until);
        return OrderCheck.start(order, consented, now) == null
                ? Optional.of(new Running("plan", 1, from, until, 0))
                : Optional.empty();
    }

    private static Optional<Running> extend(Random random, Consented consented, Running running, Instant now) {
        int number = running.extensions() + 1;
        Instant until = running.until().plus(Duration.ofMinutes(1 + random.nextInt(40)));
        ActivationOrder order = order(ActivationOrder.Act.EXTEND, number, running.from(), until);
        return OrderCheck.extension(order, consented, running, now) == null
                ? Optional.of(new Running("plan", 1, running.from(), until, number))
                : Optional.empty();
    }

    private static Running ended(Running running, Instant heard) {
        return new Running("plan", 1, running.from(), heard, running.extensions());
    }

    private static int minute(Instant instant) {
        return 60 + (int) Duration.between(CONSENTED, instant).toMinutes();
    }

    private static ActivationOrder order(ActivationOrder.Act act, int number, Instant from, Instant until) {
        return new ActivationOrder(act, "a", "plan", 1, "digest", number, from, until, true, List.of("one"), from);
    }

    private static Consented consented(PlanDocument plan, Duration longest, int newest, boolean isWithdrawn) {
        return new Consented(plan, "digest", longest, CONSENTED, newest, isWithdrawn, List.of());
    }

    /** With what has been in force but for the activation that is ordered. */
    private static Consented consented(PlanDocument plan, List<Running> course, @Nullable Running ordered) {
        List<Allowance.Span> others = course.stream()
                .filter(each -> each != ordered)
                .map(each -> new Allowance.Span(each.from(), each.until()))
                .toList();
        return new Consented(plan, "digest", Duration.ofMinutes(60), CONSENTED, 1, false, others);
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
                order, consented(plan(1, 0), Duration.ofMinutes(1), 1, false), CONSENTED.plusSeconds(6));

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
