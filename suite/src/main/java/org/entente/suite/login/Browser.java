package org.entente.suite.login;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** As much of a browser as a login needs: cookies, and redirects that are followed until one leads back to us. */
final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 12;

    private final HttpClient http;
    private final URI callback;

    Browser(SSLContext trust, URI callback) {
        this.http = HttpClient.newBuilder()
                .sslContext(trust)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
        this.callback = callback;
    }

    /** A page, or the callback address when a redirect led there; exactly one of them is what the caller hopes for. */
    record Arrival(URI address, int status, String body) {}

    Arrival open(URI address) throws IOException {
        return follow(HttpRequest.newBuilder(address).GET());
    }

    Arrival submit(URI address, Map<String, String> form) throws IOException {
        return follow(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private Arrival follow(HttpRequest.Builder first) throws IOException {
        HttpRequest request = first.timeout(PATIENCE).build();
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            HttpResponse<String> response = send(request);
            if (response.statusCode() / 100 != 3) {
                return new Arrival(request.uri(), response.statusCode(), response.body());
            }
            URI next = request.uri()
                    .resolve(response.headers()
                            .firstValue("Location")
                            .orElseThrow(() -> new IOException("a redirect without an address")));
            if (isCallback(next)) {
                return new Arrival(next, response.statusCode(), "");
            }
            request = HttpRequest.newBuilder(next).timeout(PATIENCE).GET().build();
        }
        throw new IOException("the login redirects in circles");
    }

    private boolean isCallback(URI address) {
        return callback.getAuthority().equals(address.getAuthority())
                && callback.getPath().equals(address.getPath());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
