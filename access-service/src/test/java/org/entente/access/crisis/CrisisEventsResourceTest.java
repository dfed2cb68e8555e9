package org.entente.access.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.view;
import static org.entente.access.Topics.received;
import static org.entente.access.Topics.send;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.entente.access.Access;
import org.entente.access.Crises;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.events.order.ActivationOrder;
import org.entente.events.order.SignedOrder;
import org.entente.tlog.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class CrisisEventsResourceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String activation = UUID.randomUUID().toString();
    private String partner;

    @BeforeEach
    void aPartnerWithAShallowGrant() {
        partner = registeredPartner();
        granted(inForce(partner), 1);
    }

    @Test
    void anActivationWidensAndItsEndNarrows() {
        // given
        String plan = Crises.consented(partner);

        // when
        send("entente.crisis", activation, Crises.start(order(plan, Duration.ofMinutes(30))));

        // then
        eventually(() -> portions().equals(List.of("p1", "p2")));
        Crises.ended(activation);
        eventually(() -> portions().equals(List.of("p1")));
    }

    @Test
    void anActivationEndsByTheClock() {
        // given
        String plan = Crises.consented(partner);

        // when
        send("entente.crisis", activation, Crises.start(order(plan, Duration.ofSeconds(15))));

        // then
        eventually(() -> portions().size() == 2);
        eventually(() -> portions().size() == 1);
    }

    @Test
    void anExtensionMakesItLongerAndNeverPassesTheMaximum() {
        // given
        String plan = Crises.consented(partner);
        ActivationOrder order = order(plan, Duration.ofMinutes(30));
        send("entente.crisis", activation, Crises.start(order));
        eventually(() -> isStored("crisis_activation", activation));
        send("entente.crisis", activation, Crises.extension(extended(order, 1, Duration.ofMinutes(61))));
        received("entente.access", activation, "passes what the plan allows");

        // when
        send("entente.crisis", activation, Crises.extension(extended(order, 1, Duration.ofMinutes(60))));

        // then
        eventually(() -> !rows("select activation from crisis_activation_extension where activation = ?", activation)
                .isEmpty());
        assertThat(portions()).containsExactly("p1", "p2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two hours",
                "another document",
                "another key",
                "one person",
                "the future",
                "an extension",
                "another activation",
                "nobody's plan"
            })
    void anOrderThatIsNotInOrderHasNoEffectAndIsOnRecord(String fault) {
        // given
        String plan = Crises.consented(partner);
        ActivationOrder order = order(plan, Duration.ofMinutes(30));

        // when
        send("entente.crisis", activation, faulty(order, fault));

        // then
        assertThat(received("entente.access", "\"activation\":\"" + activation)).contains("activation-order.refused");
        assertThat(isStored("crisis_activation", activation)).isFalse();
        assertThat(portions()).containsExactly("p1");
    }

    private String faulty(ActivationOrder order, String fault) {
        Instant from = order.from();
        return switch (fault) {
            case "two hours" -> Crises.start(order(order.plan(), Duration.ofHours(2)));
            case "another document" ->
                Crises.start(changed(order, order.plan(), "0".repeat(64), from, order.persons()));
            case "another key" -> Crises.start(order, strangers(order));
            case "one person" ->
                Crises.start(changed(order, order.plan(), order.planSha256(), from, List.of("one", "one")));
            case "the future" ->
                Crises.start(changed(
                        order, order.plan(), order.planSha256(), from.plus(Duration.ofMinutes(5)), order.persons()));
            case "an extension" -> Crises.start(order, Crises.signed(extended(order, 1, Duration.ofMinutes(40))));
            case "another activation" ->
                Crises.start(order, Crises.signed(Crises.order(order.plan(), "other", from, order.until())));
            case "nobody's plan" -> Crises.start(changed(order, "nobody's", order.planSha256(), from, order.persons()));
            default -> throw new IllegalArgumentException(fault);
        };
    }

    private static ActivationOrder changed(
            ActivationOrder order, String plan, String sha256, Instant from, List<String> persons) {
        return new ActivationOrder(
                order.act(),
                order.activation(),
                plan,
                order.version(),
                sha256,
                order.number(),
                from,
                order.until(),
                order.criterionMet(),
                persons,
                order.at());
    }

    private static String strangers(ActivationOrder order) {
        SigningKey key = SigningKey.parse("crisis-service", SigningKey.generate());
        return SignedOrder.sign(order, key.verifierKey().toString(), key::sign);
    }

    @Test
    void anActivationOfAPlanWithoutAllConsentsHasNoEffect() {
        // given
        String plan = UUID.randomUUID().toString();
        Crises.offered(plan, 1, partner);
        Access.asOfficerOf(partner)
                .post("/access/plans/" + plan + "/consents")
                .then()
                .statusCode(200);
        Instant from = Instant.now();
        ActivationOrder order = new ActivationOrder(
                ActivationOrder.Act.START,
                activation,
                plan,
                1,
                rows("select sha256 from plan_document where plan = ?", plan).get(0),
                0,
                from,
                from.plusSeconds(60),
                true,
                List.of("first", "second"),
                from);

        // when
        send("entente.crisis", activation, Crises.start(order));

        // then
        assertThat(received("entente.access", "\"activation\":\"" + activation)).contains("activation-order.refused");
        assertThat(portions()).containsExactly("p1");
    }

    @Test
    void whatCrisisServiceCallsAgreedIsNotAgreed() {
        // given
        String plan = UUID.randomUUID().toString();

        // when
        send("entente.crisis", plan, event("/crisis", "org.entente.crisis.plan.agreed.v1", plan, """
            {"plan": "%s", "version": 1, "name": "Intrusion", "partners": ["%s"], "purposes": ["cyber-defence"],
             "categories": ["situational-awareness", "shared-analysis"], "tier": 4, "ceiling": "TOP-SECRET",
             "maxDuration": "PT1H"}\
            """.formatted(
                        plan, partner)));

        // then
        String later = UUID.randomUUID().toString();
        send("entente.crisis", plan, "not an event " + later);
        assertThat(received("entente.access.parked", later)).isNotNull();
        assertThat(isStored("crisis_plan", plan)).isFalse();
    }

    @Test
    void anActivationStartsOnce() {
        // given
        String started = Crises.started(partner);
        String plan =
                rows("select plan from crisis_activation where id = ?", started).get(0);
        Crises.ended(started);
        Instant from = Instant.now();

        // when
        send("entente.crisis", started, Crises.start(Crises.order(plan, started, from, from.plusSeconds(60))));

        // then
        assertThat(received("entente.access", "\"activation\":\"" + started)).contains("started before");
        assertThat(portions()).containsExactly("p1");
    }

    @Test
    void withdrawalByAPartyEndsWhatRunsBeforeItIsAnswered() {
        // given
        String started = Crises.started(partner);
        String plan =
                rows("select plan from crisis_activation where id = ?", started).get(0);
        assertThat(portions()).containsExactly("p1", "p2");

        // when
        Access.asOfficerOf(partner)
                .body("{\"reason\": \"No more.\"}")
                .post("/access/plans/" + plan + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));

        // then
        assertThat(portions()).containsExactly("p1");
    }

    @Test
    void anExerciseTouchesNothing() {
        // given
        String plan = Crises.consented(partner);

        // when
        send(
                "entente.crisis",
                plan,
                Crises.start(order(plan, Duration.ofMinutes(30))).replace("\"exercise\": false", "\"exercise\": true"));

        // then
        String later = UUID.randomUUID().toString();
        send("entente.crisis", plan, "not an event " + later);
        assertThat(received("entente.access.parked", later)).isNotNull();
        assertThat(isStored("crisis_activation", activation)).isFalse();
    }

    @Test
    void aMarkingPolicyIsUnderstoodOnceItIsPublished() {
        // given
        String name = "P" + partner;
        String group = "FRIENDS-OF-" + partner;
        assertThat(portions(view(partner).replace("[\"" + partner + "\"],\n", "[\"" + group + "\"],\n")))
                .isEmpty();

        // when
        send(
                "entente.catalog",
                "ALLIANCE",
                event("/catalog", "org.entente.catalog.marking-policy.published.v1", "ALLIANCE", """
                    {"name": "%s", "version": 1, "levels": [{"name": "OPEN", "is": "UNCLASSIFIED"}],
                     "groups": [{"code": "%s", "members": [{"code": "%s", "from": "2026-01-01"}]}]}\
                    """.formatted(
                                name, group, partner)));

        // then
        String marked = view(partner)
                .replace(
                        "\"policy\": \"ALLIANCE\", \"classification\": \"RESTRICTED\"",
                        "\"policy\": \"" + name + "\", \"classification\": \"OPEN\"")
                .replace("\"releasableTo\": [\"" + partner + "\"]", "\"releasableTo\": [\"" + group + "\"]");
        eventually(() -> portions(marked).equals(List.of("p1")));
    }

    private List<String> portions() {
        return portions(view(partner));
    }

    private static List<String> portions(String question) {
        return asEnforcementPoint()
                .body(question)
                .post("/access/v1/evaluation")
                .then()
                .statusCode(200)
                .extract()
                .path("context.view.portions");
    }

    private static boolean isStored(String table, String id) {
        return !rows("select id from " + table + " where id = ?", id).isEmpty();
    }

    private ActivationOrder order(String plan, Duration duration) {
        Instant from = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return Crises.order(plan, activation, from, from.plus(duration));
    }

    private static ActivationOrder extended(ActivationOrder order, int number, Duration inAll) {
        return new ActivationOrder(
                ActivationOrder.Act.EXTEND,
                order.activation(),
                order.plan(),
                order.version(),
                order.planSha256(),
                number,
                order.from(),
                order.from().plus(inAll),
                false,
                List.of("first", "second"),
                Instant.now());
    }

    private static String event(String source, String type, String subject, String data) {
        return """
            {"specversion": "1.0", "id": "%s", "source": "%s", "type": "%s", "subject": "%s", "time": "%s",
             "exercise": false, "data": %s}\
            """.formatted(UUID.randomUUID(), source, type, subject, Instant.now(), data);
    }

    private static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
