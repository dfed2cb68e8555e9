package org.entente.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.rows;
import static org.entente.access.Topics.send;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** What other services announce, sent and waited for until it counts. */
public final class Crises {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Crises() {}

    /** Agrees on a plan for a partner and starts it; the identifier of the activation. */
    public static String started(String partner) {
        String plan = UUID.randomUUID().toString();
        String activation = UUID.randomUUID().toString();
        Instant from = Instant.now().minusSeconds(1);
        send("entente.crisis", plan, event("/crisis", "org.entente.crisis.plan.agreed.v1", plan, """
                {"plan": "%s", "version": 1, "name": "Intrusion", "partners": ["%s"], "purposes": ["cyber-defence"],
                 "categories": ["situational-awareness", "shared-analysis"], "tier": 2, "ceiling": "SECRET",
                 "maxDuration": "PT1H"}""".formatted(
                        plan, partner)));
        send(
                "entente.crisis",
                activation,
                event("/crisis", "org.entente.crisis.activation.started.v1", activation, """
                {"activation": "%s", "plan": "%s", "planVersion": 1, "from": "%s", "until": "%s", "reason": "test"}""".formatted(
                                activation, plan, from, from.plusSeconds(1800))));
        eventually(() -> !rows("select id from crisis_plan where id = ?", plan).isEmpty());
        eventually(() -> !rows("select id from crisis_activation where id = ?", activation)
                .isEmpty());
        return activation;
    }

    public static void ended(String activation) {
        send(
                "entente.crisis",
                activation,
                event("/crisis", "org.entente.crisis.activation.ended.v1", activation, """
                {"activation": "%s", "plan": "any", "at": "%s", "endedBy": "xaa-crisis@XAA", "reason": "over"}""".formatted(
                                activation, Instant.now())));
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
                 "groups": [{"code": "%s", "members": [{"code": "%s"}]}]}""".formatted(
                                name, version, group, member)));
        eventually(() -> !rows("select name from marking_policy where name = ? and version = ?", name, (long) version)
                .isEmpty());
    }

    private static String event(String source, String type, String subject, String data) {
        return """
            {"specversion": "1.0", "id": "%s", "source": "%s", "type": "%s", "subject": "%s", "time": "%s",
             "exercise": false, "data": %s}""".formatted(UUID.randomUUID(), source, type, subject, Instant.now(), data);
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
