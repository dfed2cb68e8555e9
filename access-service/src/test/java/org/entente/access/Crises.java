package org.entente.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.rows;
import static org.entente.access.Topics.send;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.entente.events.order.ActivationOrder;
import org.entente.events.order.SignedOrder;
import org.entente.tlog.SigningKey;

/** What other services announce, sent and waited for until it counts. */
public final class Crises {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The private half of what the tests' configuration trusts (entente.activation.keys); good for nothing else. */
    private static final String KEY = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f
        -----END PRIVATE KEY-----
        """;

    private Crises() {}

    /** Has a plan for a partner consented to and starts it; the identifier of the activation. */
    public static String started(String partner) {
        String plan = consented(partner);
        String activation = UUID.randomUUID().toString();
        Instant from = Instant.now().truncatedTo(ChronoUnit.MICROS);
        send("entente.crisis", activation, start(order(plan, activation, from, from.plusSeconds(1800))));
        eventually(() -> !rows("select id from crisis_activation where id = ?", activation)
                .isEmpty());
        return activation;
    }

    /** A plan that its partner and the home side have consented to; its identifier. */
    public static String consented(String partner) {
        String plan = UUID.randomUUID().toString();
        offered(plan, 1, partner);
        consents(plan, partner);
        return plan;
    }

    /** The same, with an allowance of so much within a day. */
    public static String consented(String partner, Duration atMost) {
        String plan = UUID.randomUUID().toString();
        offered(plan, 1, partner, "\"allowance\": {\"atMost\": \"%s\", \"within\": \"P1D\"},".formatted(atMost));
        consents(plan, partner);
        return plan;
    }

    /** Lays a version of a plan out for consent and waits until it lies there. */
    public static void offered(String plan, int version, String partner) {
        offered(plan, version, partner, "");
    }

    private static void offered(String plan, int version, String partner, String more) {
        send("entente.crisis", plan, event("/crisis", "org.entente.crisis.plan.proposed.v1", plan, """
            {"document": {"plan": "%1$s", "version": %2$d, "parties": ["XAA", "%3$s"], "terms": {"name": "Intrusion",
             "partners": ["%3$s"], "purposes": ["cyber-defence"],
             "categories": ["situational-awareness", "shared-analysis"], "tier": 2, "ceiling": "SECRET",
             %4$s "maxDuration": "PT1H", "extensions": 1, "briefing": "Only what is needed."}}}\
            """.formatted(
                        plan, version, partner, more)));
        eventually(() -> !rows("select plan from plan_document where plan = ? and version = ?", plan, version)
                .isEmpty());
    }

    /** Both parties consent to the newest version. */
    public static void consents(String plan, String partner) {
        Access.asLiaison()
                .post("/access/plans/" + plan + "/consents")
                .then()
                .statusCode(200)
                .body("state", org.hamcrest.Matchers.equalTo("offered"));
        Access.asOfficerOf(partner)
                .post("/access/plans/" + plan + "/consents")
                .then()
                .statusCode(200)
                .body("state", org.hamcrest.Matchers.equalTo("in-force"));
    }

    /** An order of two persons without signals, as crisis-service would give it. */
    public static ActivationOrder order(String plan, String activation, Instant from, Instant until) {
        String sha256 = rows("select sha256 from crisis_plan where id = ? order by version desc limit 1", plan)
                .get(0);
        int version = Integer.parseInt(rows("select max(version)::text from crisis_plan where id = ?", plan)
                .get(0));
        return new ActivationOrder(
                ActivationOrder.Act.START,
                activation,
                plan,
                version,
                sha256,
                0,
                from,
                until,
                false,
                List.of("first", "second"),
                from);
    }

    /** Signed by the key that the service trusts in tests. */
    public static String signed(ActivationOrder order) {
        SigningKey key = SigningKey.parse("crisis-service", KEY);
        return SignedOrder.sign(order, key.verifierKey().toString(), key::sign);
    }

    /** The event that starts, with a signed order. */
    public static String start(ActivationOrder order) {
        return start(order, signed(order));
    }

    /** The event that starts, with whatever stands in for a signed order. */
    public static String start(ActivationOrder order, String signed) {
        return event("/crisis", "org.entente.crisis.activation.started.v1", order.activation(), """
            {"activation": "%s", "plan": "%s", "planVersion": %d, "from": "%s", "until": "%s", "reason": "test",
             "order": "%s"}\
            """.formatted(
                        order.activation(), order.plan(), order.version(), order.from(), order.until(), signed));
    }

    /** The event that extends, with a signed order. */
    public static String extension(ActivationOrder order) {
        return event("/crisis", "org.entente.crisis.activation.extended.v1", order.activation(), """
            {"activation": "%s", "plan": "%s", "number": %d, "until": "%s", "reason": "test", "order": "%s"}\
            """.formatted(
                        order.activation(), order.plan(), order.number(), order.until(), signed(order)));
    }

    public static void ended(String activation) {
        ended(activation, Instant.now());
    }

    /** The same, ended when crisis-service says so. */
    public static void ended(String activation, Instant at) {
        send(
                "entente.crisis",
                activation,
                event("/crisis", "org.entente.crisis.activation.ended.v1", activation, """
                    {"activation": "%s", "plan": "any", "at": "%s", "endedBy": "xaa-crisis@XAA", "reason": "over"}\
                    """.formatted(activation, at)));
        eventually(() -> !rows("select activation from crisis_activation_end where activation = ?", activation)
                .isEmpty());
    }

    /** Publishes a version of a marking policy with one group of one member. */
    public static void published(String name, int version, String group, String member) {
        send(
                "entente.catalog",
                name,
                event("/catalog", "org.entente.catalog.marking-policy.published.v1", name, """
                    {"name": "%s", "version": %d, "levels": [{"name": "OPEN", "is": "UNCLASSIFIED"}],
                     "groups": [{"code": "%s", "members": [{"code": "%s"}]}]}\
                    """.formatted(
                                name, version, group, member)));
        eventually(() -> !rows("select name from marking_policy where name = ? and version = ?", name, (long) version)
                .isEmpty());
    }

    public static String event(String source, String type, String subject, String data) {
        return """
            {"specversion": "1.0", "id": "%s", "source": "%s", "type": "%s", "subject": "%s", "time": "%s",
             "exercise": false, "data": %s}\
            """.formatted(UUID.randomUUID(), source, type, subject, Instant.now(), data);
    }

    public static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
