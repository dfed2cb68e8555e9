package org.entente.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.entente.tlog.SigningKey;

/**
 * A decision point of its own, over HTTP: permits what a label shows to the reader's nation, for the purpose
 * cyber-defence. And a folder with a key-encryption key for the service.
 */
public final class AccessPeerServer implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SLOW_MILLIS = 5_000;
    private static final long LATE_MILLIS = 4_000;
    static final long BRIEF_MILLIS = 5_000;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "access-peer");
        thread.setDaemon(true);
        return thread;
    });
    private final ArrayNode questions = JSON.createArrayNode();
    private final PeerDisclosures disclosures = new PeerDisclosures();
    private volatile AccessPeer.Mode mode = AccessPeer.Mode.NORMAL;
    private HttpServer control;
    private HttpServer decisions;
    private int port;

    @Override
    public Map<String, String> start() {
        try {
            control = server(0);
            control.createContext("/mode", exchange -> {
                behave(AccessPeer.Mode.valueOf(
                        exchange.getRequestURI().getQuery().substring("mode=".length())));
                answer(exchange, 200, "{}");
            });
            control.createContext("/questions", exchange -> answer(exchange, 200, takeQuestions()));
            control.createContext("/disclosures", exchange -> answer(exchange, 200, disclosures.take()));
            control.start();
            System.setProperty(
                    AccessPeer.CONTROL,
                    "http://127.0.0.1:" + control.getAddress().getPort());
            port = startDecisions(0);
            return Map.of(
                    "entente.access.url",
                    "http://127.0.0.1:" + port,
                    "entente.catalog.key-directory",
                    KeyFolder.make().toString(),
                    "entente.catalog.release.key-file",
                    releaseKeyFile().toString());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public void stop() {
        control.stop(0);
        decisions.stop(0);
        threads.shutdownNow();
    }

    private synchronized void behave(AccessPeer.Mode next) throws IOException {
        if (mode != AccessPeer.Mode.DOWN && next == AccessPeer.Mode.DOWN) {
            decisions.stop(0);
        }
        if (mode == AccessPeer.Mode.DOWN && next != AccessPeer.Mode.DOWN) {
            startDecisions(port);
        }
        mode = next;
        disclosures.nextEpoch();
    }

    private int startDecisions(int wanted) throws IOException {
        decisions = server(wanted);
        decisions.createContext("/access/v1/evaluations", this::evaluations);
        decisions.createContext("/access/suppositions", this::suppositions);
        decisions.createContext("/access/disclosures", this::disclosures);
        decisions.start();
        return decisions.getAddress().getPort();
    }

    private HttpServer server(int wanted) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        server.setExecutor(threads);
        return server;
    }

    private void evaluations(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody());
        synchronized (questions) {
            questions.add(question);
        }
        if (!mayAsk(exchange)) {
            answer(exchange, 401, "{}");
            return;
        }
        if (mode != AccessPeer.Mode.UNBOUNDED) {
            exchange.getResponseHeaders().set("Entente-Void-After", mode == AccessPeer.Mode.VOID ? "0" : "60000");
        }
        switch (mode) {
            case NORMAL, DOWN, UNRECORDED, RECORDED_LATE, OUTDATED, VOID, UNBOUNDED -> normal(exchange, question);
            case SLOW -> {
                sleep(SLOW_MILLIS);
                normal(exchange, question);
            }
            case GARBAGE -> answer(exchange, 200, "<html>permit</html>");
            case EMPTY_OBJECT -> answer(exchange, 200, "{}");
            case FAULT -> answer(exchange, 500, "{\"evaluations\":[{\"decision\":true}]}");
            case REFUSAL -> answer(exchange, 400, "{\"field\":\"/subject\",\"detail\":\"unknown\"}");
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port + "/elsewhere");
                answer(exchange, 302, "");
            }
            case TRUNCATED -> {
                String whole =
                        new Decisions(question, disclosures.epoch()).answer().toString();
                answer(exchange, 200, whole.substring(0, whole.length() / 2));
            }
            default -> answer(exchange, 200, distorted(new Decisions(question, disclosures.epoch()).answer()));
        }
    }

    private void suppositions(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody());
        Decisions supposed = new Decisions(question, disclosures.epoch());
        if (!mayAsk(exchange)) {
            answer(exchange, 401, "{}");
        } else if (supposed.hasUnknownPurpose()) {
            answer(exchange, 400, "{\"status\":400,\"field\":\"context.purpose\",\"detail\":\"unknown\"}");
        } else {
            answer(exchange, 200, supposed.supposition().toString());
        }
    }

    /** As long as decisions are clear. */
    private void disclosures(HttpExchange exchange) throws IOException {
        JsonNode disclosure = JSON.readTree(exchange.getRequestBody());
        if (!mayAsk(exchange)) {
            answer(exchange, 401, "{}");
            return;
        }
        if (mode == AccessPeer.Mode.RECORDED_LATE) {
            sleep(LATE_MILLIS);
        }
        if (mode == AccessPeer.Mode.UNRECORDED) {
            answer(exchange, 503, "{}");
        } else if (mode == AccessPeer.Mode.OUTDATED || !disclosures.holds(disclosure)) {
            answer(exchange, 409, "{\"status\":409,\"field\":\"/epoch\"}");
        } else {
            answer(exchange, 200, disclosures.record(disclosure));
        }
    }

    private String distorted(ObjectNode answer) {
        for (JsonNode evaluation : answer.path("evaluations")) {
            ObjectNode context = (ObjectNode) evaluation.path("context");
            switch (mode) {
                case WITHOUT_IDENTIFIER -> context.remove("decisionId");
                case WITHOUT_PORTIONS -> context.remove("view");
                case FOREIGN_PORTION -> ((ArrayNode) context.path("view").path("portions")).add("somebody-elses");
                case UNKNOWN_OBLIGATION ->
                    context.withArray("obligations").addObject().put("type", "read-aloud-only");
                case MASKING ->
                    context.withArray("obligations")
                            .addObject()
                            .put("type", "mask")
                            .put("portion", Bundles.OPEN_INDICATOR);
                case MASKING_FIELDS ->
                    mask(context)
                            .add("created_by_ref")
                            .addObject()
                            .put("path", "pattern")
                            .put("mask", "generalise")
                            .put("to", "network");
                case MASKING_UNKNOWN ->
                    mask(context).addObject().put("path", "name").put("mask", "blur");
                case WITHOUT_DOWNLOADS ->
                    context.withArray("obligations").addObject().put("type", "no-download");
                case SUSPENDED -> {
                    ((ObjectNode) evaluation).put("decision", false);
                    ((ObjectNode) context.path("view")).putArray("portions");
                }
                case HARDWARE_ONLY -> askForHardware(evaluation, false);
                case HIDDEN_WITHOUT_HARDWARE -> askForHardware(evaluation, true);
                case BRIEF ->
                    context.put(
                            "validUntil", Instant.now().plusMillis(BRIEF_MILLIS).toString());
                case ONCE -> context.remove("validUntil");
                default -> ((ObjectNode) evaluation).put("decision", "true");
            }
        }
        return answer.toString();
    }

    /** A denial for want of a login; the first of two evaluations is about discovery. */
    private static void askForHardware(JsonNode evaluation, boolean alsoForDiscovery) {
        ObjectNode context = (ObjectNode) evaluation.path("context");
        boolean isDiscovery = context.path("isDiscovery").booleanValue();
        context.remove("isDiscovery");
        if (isDiscovery && !alsoForDiscovery) {
            return;
        }
        ((ObjectNode) evaluation).put("decision", false);
        ((ObjectNode) context.path("view")).putNull("tearline").putArray("portions");
        ((ObjectNode) context.at("/explanation/partner"))
                .putObject("stepUp")
                .put("acr", "hardware")
                .put("maxAge", 300);
    }

    private static ArrayNode mask(ObjectNode context) {
        return context.withArray("obligations")
                .addObject()
                .put("type", "mask")
                .put("portion", Bundles.OPEN_INDICATOR)
                .putArray("fields");
    }

    private void normal(HttpExchange exchange, JsonNode question) throws IOException {
        Decisions decisions = new Decisions(question, disclosures.epoch());
        if (decisions.hasUnknownPurpose()) {
            answer(exchange, 400, "{\"status\":400,\"field\":\"context.purpose\",\"detail\":\"unknown\"}");
            return;
        }
        answer(exchange, 200, decisions.answer().toString());
    }

    /** The token must be for this peer, from a service that may ask. */
    private static boolean mayAsk(HttpExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Bearer ")) {
            return false;
        }
        byte[] claims = Base64.getUrlDecoder().decode(header.split("\\.")[1]);
        return JSON.readTree(claims).path("aud").toString().contains("access-service");
    }

    private String takeQuestions() {
        synchronized (questions) {
            String taken = questions.toString();
            questions.removeAll();
            return taken;
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path releaseKeyFile() throws IOException {
        Path file = Files.createTempFile("release-key", ".pem");
        file.toFile().deleteOnExit();
        return Files.writeString(file, SigningKey.generate());
    }
}
