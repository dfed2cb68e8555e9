package org.entente.suite.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.entente.suite.layout.Secrets;

/** Keycloak's admin interface, on the loopback interface only; the gateway does not route to it. */
final class AdminApi {

    static final String CLIENT = "entente-suite";
    static final String SECRET = "client-entente-suite";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final String admin;
    private final String token;

    private AdminApi(HttpClient http, String admin, String token) {
        this.http = http;
        this.admin = admin;
        this.token = token;
    }

    /** Logs in as the client that Keycloak makes for us at its first start. */
    static AdminApi login(Ports ports, Secrets secrets) throws IOException {
        HttpClient http = HttpClient.newHttpClient();
        String keycloak = ports.internalUrl(Part.KEYCLOAK) + "/auth";
        String form = "grant_type=client_credentials&client_id=" + CLIENT + "&client_secret="
                + URLEncoder.encode(secrets.text(SECRET), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = send(http, request);
        if (response.statusCode() != 200) {
            throw new IOException("Keycloak does not know the suite's client; its data and .entente/secrets do not"
                    + " belong together (./entente reset starts anew)");
        }
        String token = JSON.readTree(response.body()).path("access_token").asText();
        return new AdminApi(http, keycloak + "/admin/realms", token);
    }

    JsonNode read(String path) throws IOException {
        HttpResponse<String> response = send(request(path).GET().build());
        if (response.statusCode() != 200) {
            throw new IOException("Keycloak answered " + response.statusCode() + " to GET " + path);
        }
        return JSON.readTree(response.body());
    }

    boolean exists(String path) throws IOException {
        int status = send(request(path).GET().build()).statusCode();
        if (status != 200 && status != 404) {
            throw new IOException("Keycloak answered " + status + " to GET " + path);
        }
        return status == 200;
    }

    void create(String path, JsonNode document) throws IOException {
        change(
                path,
                request(path).POST(BodyPublishers.ofString(document.toString())).build());
    }

    void replace(String path, JsonNode document) throws IOException {
        change(
                path,
                request(path).PUT(BodyPublishers.ofString(document.toString())).build());
    }

    private void change(String path, HttpRequest request) throws IOException {
        HttpResponse<String> response = send(request);
        if (response.statusCode() / 100 != 2) {
            throw new IOException("Keycloak answered " + response.statusCode() + " to " + request.method() + " " + path
                    + ": " + response.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(admin + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        return send(http, request);
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while talking to Keycloak", e);
        }
    }
}
