package org.entente.embedded.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As much of an OpenID provider as a service needs: discovery, keys, client-credentials tokens, logins by a browser. */
final class OidcServer {

    private static final String APPLICATION = "application-";

    private OidcServer() {}

    /** Starts it as a daemon of this JVM and returns the issuer. */
    static String start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        Shared.ISSUER.set(issuer);
        String keys = TestIssuer.createKey();
        String discovery = TestIssuer.json(discovery(issuer));
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery));
        server.createContext("/authorize", CodeFlow::authorize);
        server.createContext("/logout", CodeFlow::logout);
        server.createContext("/keys", exchange -> answer(exchange, keys));
        server.createContext("/token", OidcServer::answerToken);
        Thread listener = new Thread(server::start, "test-oidc-server");
        listener.setDaemon(true); // the server's own thread inherits it, so it never keeps the JVM alive
        listener.start();
        return issuer;
    }

    private static Map<String, ?> discovery(String issuer) {
        return Map.of(
                "issuer",
                issuer,
                "jwks_uri",
                issuer + "/keys",
                "token_endpoint",
                issuer + "/token",
                "authorization_endpoint",
                issuer + "/authorize",
                "end_session_endpoint",
                issuer + "/logout",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"));
    }

    private static void answerToken(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        @Nullable String code = CodeFlow.parameters(form).get("code");
        if (code != null) {
            answer(exchange, CodeFlow.tokens(code));
            return;
        }
        String[] credentials = credentials(exchange, form);
        if (credentials[1].equals("wrong")) {
            try (exchange) {
                exchange.sendResponseHeaders(401, -1);
            }
            return;
        }
        answer(exchange, credentials[0].startsWith(APPLICATION) ? application(credentials[0]) : token(credentials[0]));
    }

    /** The token of a partner's own application, such as {@code application-xbb}. */
    private static String application(String client) {
        String nation = client.substring(APPLICATION.length()).toUpperCase(Locale.ROOT);
        String token = TestTokens.token("service-account-" + client)
                .claim("azp", client)
                .roles("partner-analyst")
                .partner(nation)
                .nationalities(nation)
                .clearances("ALLIANCE:SECRET")
                .audience("catalog-service")
                .sign();
        return TestIssuer.json(Map.of("access_token", token, "token_type", "Bearer", "expires_in", 3600));
    }

    /** A service's own token: it may ask for decisions, as the catalog's client may. */
    private static String token(String client) {
        String token = TestTokens.token("service-account-" + client)
                .claim("azp", client)
                .roles("policy-enforcement-point")
                .audience("access-service")
                .sign();
        return TestIssuer.json(Map.of("access_token", token, "token_type", "Bearer", "expires_in", 3600));
    }

    private static String[] credentials(HttpExchange exchange, String form) {
        @Nullable String basic = exchange.getRequestHeaders().getFirst("Authorization");
        if (basic != null && basic.startsWith("Basic ")) {
            byte[] credentials = Base64.getDecoder().decode(basic.substring("Basic ".length()));
            return (new String(credentials, StandardCharsets.UTF_8) + ":").split(":", 3);
        }
        return new String[] {parameter(form, "client_id="), parameter(form, "client_secret=")};
    }

    private static String parameter(String form, String name) {
        return List.of(form.split("&")).stream()
                .filter(parameter -> parameter.startsWith(name))
                .map(parameter -> parameter.substring(name.length()))
                .findFirst()
                .orElse("unknown");
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
