package org.entente.access.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Crises.eventually;
import static org.entente.access.Topics.received;
import static org.entente.access.Topics.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.access.Crises;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.events.order.ActivationOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has crisis-service's key opens no more, all activations taken together, than the parties allowed. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class AllowanceResourceTest {
    private static final String REFUSAL = "passes the plan's allowance";

    private String plan;
    private Instant now;

    @BeforeEach
    void aPlanThatMayBeInForceForAnHourADay() {
        plan = Crises.consented(registeredPartner(), Duration.ofHours(1));
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Test
    void aDoorThatWasOpenStaysCountedWhateverIsSaidOfItsEnd() {
        // given
        String first = ordered(now, Duration.ofHours(1));
        awaitStored(first);
        Crises.ended(first, now);
        eventually(() -> !rows("select activation from crisis_activation_end where activation = ?", first)
                .isEmpty());

        // when
        String second = ordered(Instant.now(), Duration.ofHours(1));

        // then
        assertThat(refusal(second)).contains(REFUSAL);
        assertThat(stored(List.of(second))).isEmpty();
        awaitStored(ordered(Instant.now(), Duration.ofMinutes(30)));
    }

    @Test
    void anExtensionCountsTowardsTheAllowance() {
        // given
        awaitStored(ordered(now.minusSeconds(50), Duration.ofSeconds(40)));
        String running = ordered(now, Duration.ofMinutes(30));
        awaitStored(running);

        // when
        send("entente.crisis", running, extension(running, Duration.ofHours(1)));

        // then
        assertThat(refusal(running)).contains(REFUSAL);
        send("entente.crisis", running, extension(running, Duration.ofMinutes(59)));
        eventually(() -> !rows("select activation from crisis_activation_extension where activation = ?", running)
                .isEmpty());
    }

    @Test
    void ordersAllAtOnceShareOneAllowance() {
        // given
        awaitStored(ordered(now, Duration.ofSeconds(3_580)));

        // when
        List<String> more = IntStream.range(0, 6)
                .mapToObj(number -> ordered(now.minusSeconds(54 - 9 * number), Duration.ofSeconds(8)))
                .toList();

        // then
        eventually(() -> stored(more).size() == 2);
        List<String> carriedOut = stored(more);
        assertThat(more).filteredOn(each -> !carriedOut.contains(each)).allSatisfy(each -> assertThat(refusal(each))
                .contains(REFUSAL));
    }

    /** Orders it under the key of crisis-service, in a partition of chance. */
    private String ordered(Instant from, Duration duration) {
        String activation = UUID.randomUUID().toString();
        Instant start = from.truncatedTo(ChronoUnit.MICROS);
        send("entente.crisis", activation, Crises.start(Crises.order(plan, activation, start, start.plus(duration))));
        return activation;
    }

    private String extension(String activation, Duration inAll) {
        ActivationOrder started = Crises.order(plan, activation, now, now.plus(inAll));
        return Crises.extension(new ActivationOrder(
                ActivationOrder.Act.EXTEND,
                activation,
                plan,
                started.version(),
                started.planSha256(),
                1,
                now,
                started.until(),
                false,
                started.persons(),
                now));
    }

    private static void awaitStored(String activation) {
        eventually(() -> !stored(List.of(activation)).isEmpty());
    }

    private static List<String> stored(List<String> activations) {
        return activations.stream()
                .filter(each -> !rows("select id from crisis_activation where id = ?", each)
                        .isEmpty())
                .toList();
    }

    private static String refusal(String activation) {
        return received("entente.access", "\"activation\":\"" + activation, REFUSAL);
    }
}
