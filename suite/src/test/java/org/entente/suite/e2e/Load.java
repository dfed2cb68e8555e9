package org.entente.suite.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entente.suite.demo.Patience;

/** Enforcement points that ask every replica whether readers of two partners may view, again and again, and keep all answers. */
final class Load implements AutoCloseable {

    static final int CLIENTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION = """
        {"subject": {"type": "person", "id": "analyst", "properties": {"partner": "%1$s", "nationalities": ["%1$s"],
           "clearances": [{"policy": "ALLIANCE", "classification": "SECRET"}], "assurance": "password"}},
         "action": {"name": "view"},
         "resource": {"type": "asset", "id": "replicas", "properties": {"originator": "XAA",
           "portions": [{"id": "p1", "label": {"policy": "ALLIANCE", "classification": "RESTRICTED",
              "releasableTo": ["%1$s"], "categories": ["situational-awareness"]}}]}},
         "context": {"purpose": "cyber-defence"}}\
        """;

    /**
     * What came back; instants on the clock of {@link System#nanoTime()}.
     *
     * @param status of HTTP; 0 if nothing came back
     * @param decision its identifier; empty if there is none
     * @param isHeeded whether it came in the time for which it says that it holds, as an enforcement point has to check
     */
    record Told(
            Replica replica,
            String partner,
            long sent,
            long received,
            int status,
            boolean isPermit,
            String decision,
            boolean isHeeded) {}

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final String token;
    private volatile boolean done;

    Load(List<Replica> replicas, List<String> partners, String token) {
        this.token = token;
        for (Replica replica : replicas) {
            for (int client = 0; client < CLIENTS; client++) {
                String partner = partners.get(client % partners.size());
                threads.execute(() -> again(replica, partner));
            }
        }
    }

    Stream<Told> told() {
        return told.stream();
    }

    /** Waits until a replica has given such an answer about a partner to a question sent after an instant. */
    void await(Replica replica, String partner, long after, Predicate<Told> hoped) {
        boolean came = Patience.until(
                () -> told().anyMatch(answer -> answer.replica() == replica
                        && answer.partner().equals(partner)
                        && answer.sent() > after
                        && hoped.test(answer)),
                found -> found);
        if (!came) {
            throw new IllegalStateException("no such answer about " + partner + " in time; the last ones: "
                    + told().filter(answer -> answer.replica() == replica)
                            .skip(Math.max(0, told.size() - 10))
                            .toList());
        }
    }

    /** Lets every question under way be answered. */
    @Override
    public void close() {
        done = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("somebody never got an answer");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void again(Replica replica, String partner) {
        while (!done) {
            told.add(ask(replica, partner));
            Patience.pause(PAUSE);
        }
    }

    private Told ask(Replica replica, String partner) {
        long sent = System.nanoTime();
        try {
            HttpResponse<String> answer = replica.post("/access/v1/evaluation", token, QUESTION.formatted(partner));
            long received = System.nanoTime();
            JsonNode body = JSON.readTree(answer.body());
            long holds = answer.headers().firstValueAsLong("Entente-Void-After").orElse(0);
            return new Told(
                    replica,
                    partner,
                    sent,
                    received,
                    answer.statusCode(),
                    answer.statusCode() == 200 && body.path("decision").asBoolean(),
                    body.path("context").path("decisionId").asText(),
                    TimeUnit.NANOSECONDS.toMillis(received - sent) <= holds);
        } catch (IOException nothing) {
            return new Told(replica, partner, sent, System.nanoTime(), 0, false, "", false);
        }
    }
}
