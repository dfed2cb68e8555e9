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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class CrisisEventsResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String plan = UUID.randomUUID().toString();
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
        send("entente.crisis", plan, planAgreed());

        // when
        send("entente.crisis", activation, started(Duration.ofMinutes(30)));

        // then
        eventually(() -> portions().equals(List.of("p1", "p2")));
        send("entente.crisis", activation, ended());
        eventually(() -> portions().equals(List.of("p1")));
    }

    @Test
    void anActivationMayArriveBeforeItsPlan() {
        // given
        send("entente.crisis", activation, started(Duration.ofMinutes(30)));
        eventually(() -> isStored("crisis_activation", activation));
        assertThat(portions()).containsExactly("p1");

        // when
        send("entente.crisis", plan, planAgreed());

        // then
        eventually(() -> portions().equals(List.of("p1", "p2")));
    }

    @Test
    void anActivationEndsByTheClock() {
        // given
        send("entente.crisis", plan, planAgreed());
        eventually(() -> isStored("crisis_plan", plan));

        // when
        send("entente.crisis", activation, started(Duration.ofSeconds(4)));

        // then
        eventually(() -> portions().size() == 2);
        eventually(() -> portions().size() == 1);
    }

    @Test
    void anActivationBeyondItsPlanIsParkedAndHasNoEffect() {
        // given
        send("entente.crisis", plan, planAgreed());
        eventually(() -> isStored("crisis_plan", plan));

        // when
        send("entente.crisis", activation, started(Duration.ofHours(2)));

        // then
        assertThat(received("entente.access.parked", activation)).contains("activation.started");
        assertThat(portions()).containsExactly("p1");
    }

    @Test
    void anActivationBeyondItsPlanHasNoEffectEvenIfThePlanArrivesLater() {
        // given
        send("entente.crisis", activation, started(Duration.ofHours(2)));
        eventually(() -> isStored("crisis_activation", activation));

        // when
        send("entente.crisis", plan, planAgreed());

        // then
        eventually(() -> isStored("crisis_plan", plan));
        assertThat(portions()).containsExactly("p1");
    }

    @Test
    void anEventDeliveredTwiceIsAppliedOnce() {
        // given
        String event = planAgreed();
        send("entente.crisis", plan, event);
        eventually(() -> isStored("crisis_plan", plan));
        List<String> epoch = rows("select epoch from policy_epoch");

        // when
        send("entente.crisis", plan, event);

        // then
        String later = UUID.randomUUID().toString();
        send("entente.crisis", plan, "not an event " + later);
        assertThat(received("entente.access.parked", later)).isNotNull();
        assertThat(rows("select epoch from policy_epoch")).isEqualTo(epoch);
    }

    @Test
    void anExerciseTouchesNothing() {
        // given
        send("entente.crisis", plan, planAgreed());

        // when
        send(
                "entente.crisis",
                plan,
                started(Duration.ofMinutes(30)).replace("\"exercise\": false", "\"exercise\": true"));

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
                 "groups": [{"code": "%s", "members": [{"code": "%s", "from": "2026-01-01"}]}]}""".formatted(
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

    private String planAgreed() {
        return event("/crisis", "org.entente.crisis.plan.agreed.v1", plan, """
                {"plan": "%s", "version": 1, "name": "Intrusion", "partners": ["%s"], "purposes": ["cyber-defence"],
                 "categories": ["situational-awareness", "shared-analysis"], "tier": 2, "ceiling": "SECRET",
                 "maxDuration": "PT1H", "more": "than is needed"}""".formatted(plan, partner));
    }

    private String started(Duration duration) {
        Instant from = Instant.now().minusSeconds(1);
        return event("/crisis", "org.entente.crisis.activation.started.v1", activation, """
                {"activation": "%s", "plan": "%s", "planVersion": 1, "from": "%s", "until": "%s", "reason": "test"}""".formatted(
                        activation, plan, from, from.plus(duration)));
    }

    private String ended() {
        return event("/crisis", "org.entente.crisis.activation.ended.v1", activation, """
                {"activation": "%s", "plan": "%s", "at": "%s", "endedBy": "xaa-crisis@XAA", "reason": "over"}""".formatted(
                        activation, plan, Instant.now()));
    }

    private static String event(String source, String type, String subject, String data) {
        return """
            {"specversion": "1.0", "id": "%s", "source": "%s", "type": "%s", "subject": "%s", "time": "%s",
             "exercise": false, "data": %s}""".formatted(UUID.randomUUID(), source, type, subject, Instant.now(), data);
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
