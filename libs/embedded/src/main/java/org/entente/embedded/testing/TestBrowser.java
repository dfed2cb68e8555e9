package org.entente.embedded.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as pages need: cookies, redirects, forms; it logs in as one person whenever it is asked to. */
public final class TestBrowser {
    private static final int MOST_REDIRECTS = 12;
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final List<URI> visited = new ArrayList<>();
    private final URI service;
    private final String person;

    /**
     * A browser without any cookie.
     *
     * @param service the address of the service under test
     * @param person who logs in, as the claims of a token
     */
    public TestBrowser(URI service, TestTokens person) {
        this.service = service;
        this.person = CodeFlow.encode(person.claims());
    }

    /** Opens a page and goes wherever it leads. */
    public HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return follow(HttpRequest.newBuilder(service.resolve(path)).GET());
    }

    /** Fills in a form of the page just shown and sends it, with the page's token. */
    public HttpResponse<String> submit(HttpResponse<String> page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(page.body());
        String form = fields.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        String hidden = "csrf=" + (token.find() ? token.group(1) : "") + "&page="
                + page.uri().getRawPath();
        return follow(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(hidden + form)));
    }

    /** Every address that it has been to, in order. */
    public List<URI> visited() {
        return List.copyOf(visited);
    }

    /** The cookies it holds now. */
    public CookieManager cookies() {
        return cookies;
    }

    private HttpResponse<String> follow(HttpRequest.Builder first) throws IOException, InterruptedException {
        HttpRequest request = first.build();
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            visited.add(request.uri());
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 3) {
                return response;
            }
            URI next = request.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow());
            request = HttpRequest.newBuilder(known(next)).GET().build();
        }
        throw new IOException("it redirects in circles: " + visited);
    }

    /** At the provider's the person says who they are. */
    private URI known(URI address) {
        return address.toString().startsWith(Shared.ISSUER.get() + "/authorize")
                ? URI.create(address + "&as=" + person)
                : address;
    }
}
