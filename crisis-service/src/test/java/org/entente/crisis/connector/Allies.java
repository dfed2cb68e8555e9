package org.entente.crisis.connector;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An ally's TAXII server on this machine, and a caller of the webhook with its secret. */
public class Allies implements QuarkusTestResourceLifecycleManager {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    /** The requests that the ally got: query, accepted type, and authorisation. */
    static final List<String> REQUESTS = new CopyOnWriteArrayList<>();

    static final String SIGHTING = "sighting--6f0f8a5e-3c4b-4f5e-9a0e-8a7b6c5d4e3f";
    private static final String ENVELOPE = """
        {"objects": [
          {"type": "sighting", "id": "%s", "modified": "2026-01-01T00:00:00.000Z", "confidence": 80},
          {"type": "indicator", "id": "indicator--1", "modified": "2026-01-01T00:00:00.000Z", "revoked": true},
          {"type": "malware", "id": "malware--1", "modified": "2026-01-01T00:00:00.000Z"},
          {"type": "indicator", "id": "indicator--2", "valid_until": "2020-01-01T00:00:00Z"}]}\
        """.formatted(SIGHTING);

    private HttpServer server;

    /** All tests have them. */
    @QuarkusTestResource(value = Allies.class, restrictToAnnotatedClass = false)
    static final class ForAll {
        private ForAll() {}
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/collections/1/objects/", exchange -> {
                REQUESTS.add(exchange.getRequestURI().getQuery() + " "
                        + exchange.getRequestHeaders().getFirst("Accept") + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
                byte[] body = ENVELOPE.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", TaxiiPolling.MEDIA_TYPE);
                exchange.getResponseHeaders().add("X-TAXII-Date-Added-Last", "2026-01-02T00:00:00.000Z");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return Map.of(
                    "entente.connector.taxii.ally.url",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/api/collections/1",
                    "entente.connector.taxii.ally.indicator",
                    "ally-grid",
                    "entente.connector.taxii.ally.partner",
                    "XBB",
                    "entente.connector.taxii.ally.every",
                    "PT0.5S",
                    "entente.connector.taxii.ally.token-file",
                    file("a-token").toString(),
                    "entente.connector.webhook.sensors.secret-file",
                    file(SECRET).toString(),
                    "entente.connector.webhook.sensors.indicators",
                    "hooked-grid");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Path file(String text) throws IOException {
        Path file = Files.createTempFile("connector", ".txt");
        file.toFile().deleteOnExit();
        return Files.writeString(file, text);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
