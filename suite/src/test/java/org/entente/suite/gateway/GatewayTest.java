package org.entente.suite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.suite.certificate.DevelopmentCertificates;
import org.entente.suite.e2e.FreePorts;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayTest {

    private static final Ports PORTS = FreePorts.forSuite();
    private static final AtomicReference<HttpExchange> SEEN = new AtomicReference<>();

    @TempDir
    static Path folder;

    private static HttpServer catalog;
    private static Gateway gateway;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        DevelopmentCertificates certificates = new DevelopmentCertificates(folder);
        certificates.ensure();
        catalog = HttpServer.create(new InetSocketAddress("127.0.0.1", PORTS.of(Part.CATALOG)), 0);
        catalog.createContext("/", GatewayTest::echo);
        catalog.start();
        gateway = Gateway.start(PORTS, certificates);
        client = HttpClient.newBuilder()
                .sslContext(certificates.trustingContext())
                .build();
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        catalog.stop(0);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void passesRequestAndAnswerOnUnchanged(HttpClient.Version version) throws Exception {
        String body = "portion ".repeat(500_000);

        HttpResponse<String> response =
                send(request("/catalog/assets?purpose=a%20b").version(version).POST(BodyPublishers.ofString(body)));

        assertThat(response.version()).isEqualTo(version);
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo(body);
        assertThat(SEEN.get().getRequestURI()).hasToString("/catalog/assets?purpose=a%20b");
    }

    @Test
    void itAloneSaysWhereARequestCameFrom() throws Exception {
        send(request("/catalog")
                .header("X-Forwarded-For", "192.0.2.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=192.0.2.1")
                .header("X-Real-IP", "192.0.2.1")
                .header("Authorization", "Bearer kept"));

        var headers = SEEN.get().getRequestHeaders();
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Host")).containsExactly("localhost:" + PORTS.base());
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("https");
        assertThat(headers.get("X-Forwarded-Port")).containsExactly(Integer.toString(PORTS.base()));
        assertThat(headers).doesNotContainKeys("Forwarded", "X-real-ip", "X-forwarded-prefix");
        assertThat(headers.get("Authorization")).containsExactly("Bearer kept");
    }

    @Test
    void nothingButTheListedPrefixesIsReachable() throws Exception {
        SEEN.set(null);

        HttpResponse<String> response = send(request("/q/health"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"status\":404");
        assertThat(SEEN).hasNullValue();
    }

    @Test
    void aPartThatIsAwayIsAProblemDocument() throws Exception {
        HttpResponse<String> response = send(request("/audit/log/key"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aPartThatHangsUpIsAProblemDocument(HttpClient.Version version) throws Exception {
        HttpResponse<String> response = send(request("/catalog/hang-up").version(version));

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).contains("Bad Gateway").doesNotContain("catalog");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(PORTS.publicUrl() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static void echo(HttpExchange exchange) throws IOException {
        SEEN.set(exchange);
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!exchange.getRequestURI().getPath().equals("/catalog/hang-up")) {
                exchange.sendResponseHeaders(201, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
