package org.entente.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.PlanTerms;

/**
 * How long it takes from a matching signal to a partner's narrower posture, by rule alone, and from an authority's decision to what
 * a partner may see more: in a running suite, as its users would see it, one after the other; the first argument says how often (50).
 */
public final class CrisisLoad {
    private static final int ROUNDS = 50;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(2);
    private static final String OFFICER = "xaa-liaison";
    private static final String AUTHORITY = "xaa-crisis";

    private final Acts acts;

    private CrisisLoad(Acts acts) {
        this.acts = acts;
    }

    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
        Suite suite = Suite.running();
        try (Acts acts = suite.agreed()) {
            CrisisLoad load = new CrisisLoad(acts);
            System.out.println(
                    "\n| from … to | the first, ms | rounds after it | p50, ms | p99, ms |\n| --- | ---: | ---: | ---: | ---: |");
            System.out.println(row("signal → narrower posture", load.narrowing(rounds + 1)));
            System.out.println(row("decision → activation applied", load.activating(rounds + 1)));
        }
    }

    /** A signal, until the posture is lower. */
    private long[] narrowing(int rounds) {
        long[] nanos = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            String indicator = "load-" + UUID.randomUUID();
            acts.rule(rule(indicator));
            long start = System.nanoTime();
            acts.signal(indicator, 100, Suite.PARTNER);
            await(() -> posture().equals("watch"));
            nanos[round] = System.nanoTime() - start;
            widen(indicator);
            await(() -> posture().equals("normal"));
        }
        return nanos;
    }

    /** An authority's decision on a plan that signals call for, until access-service has it in force. */
    private long[] activating(int rounds) {
        String indicator = "load-" + UUID.randomUUID();
        String plan = acts.plan(terms(indicator), "xbb-officer");
        acts.signal(indicator, 100);
        long[] nanos = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            String activation = acts.activate(plan, Duration.ofMinutes(5), "Measured.")
                    .path("id")
                    .asText();
            await(() -> isInForce(activation));
            nanos[round] = System.nanoTime() - start;
            acts.as(AUTHORITY)
                    .post("/crisis/activations/" + activation + "/end", reason())
                    .expect(200);
            await(() -> !isInForce(activation));
        }
        return nanos;
    }

    /** What the partner itself reads of what it holds now. */
    private boolean isInForce(String activation) {
        return acts.as("xbb-analyst").get("/access/standing").expect(200).text().contains(activation);
    }

    private String posture() {
        return acts.as(OFFICER)
                .get("/access/partners/" + Suite.PARTNER + "/posture")
                .expect(200)
                .json()
                .path("posture")
                .asText();
    }

    private void widen(String indicator) {
        for (JsonNode degradation :
                acts.as(AUTHORITY).get("/crisis/degradations").expect(200).json()) {
            if (degradation.path("rule").asText().equals(indicator)) {
                String reversal =
                        "/crisis/degradations/" + degradation.path("id").asText() + "/reversal";
                acts.as(OFFICER).post(reversal, reason()).expect(200);
                acts.as(AUTHORITY)
                        .post(reversal + "/approval", JsonNodeFactory.instance.objectNode())
                        .expect(200);
            }
        }
    }

    private static void await(BooleanSupplier isSo) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Nothing came of it within " + LONGEST + ".");
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    /** The first is told apart: a suite that has just started runs all of this for the first time. */
    private static String row(String name, long[] nanos) {
        Latencies latencies = new Latencies(Arrays.copyOfRange(nanos, 1, nanos.length));
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %d | %.1f | %.1f |",
                name,
                nanos[0] / 1e6,
                nanos.length - 1,
                latencies.percentile(50),
                latencies.percentile(99));
    }

    private static ObjectNode reason() {
        return JsonNodeFactory.instance.objectNode().put("reason", "Measured.");
    }

    private static ObjectNode rule(String indicator) {
        ObjectNode rule =
                JsonNodeFactory.instance.objectNode().put("name", indicator).put("scope", "partner");
        rule.putArray("steps")
                .addObject()
                .put("step", "downloads-off")
                .put("when", "level('" + indicator + "') >= 70.0");
        return rule;
    }

    private static PlanTerms terms(String indicator) {
        return new PlanTerms(
                "Measured",
                List.of(Suite.PARTNER),
                List.of(Suite.PURPOSE),
                List.of("shared-analysis"),
                2,
                "SECRET",
                "PT1H",
                new PlanTerms.Criterion(indicator, 70, "PT1H"));
    }
}
