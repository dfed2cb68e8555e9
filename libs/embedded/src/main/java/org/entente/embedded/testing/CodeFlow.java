package org.entente.embedded.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The provider's side of a login by the browser, without a form: the person is named in the address ({@code as}). */
final class CodeFlow {
    /** The claim of a person who has no stronger login than this. */
    static final String STRONGEST = "strongest";

    private static final List<String> LEVELS = List.of("password", "otp", "hardware");
    private static final ObjectMapper JSON = new ObjectMapper();

    private CodeFlow() {}

    /** Sends the browser back with a code that holds everything the token will say. */
    static void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
        Map<String, Object> claims = decode(query.getOrDefault("as", ""));
        Optional.ofNullable(query.get("nonce")).ifPresent(nonce -> claims.put("nonce", nonce));
        Optional.ofNullable(query.get("acr_values"))
                .ifPresent(wanted -> stepUp(claims, wanted, query.get("kc_idp_hint")));
        claims.put("aud", query.get("client_id"));
        claims.putIfAbsent("sid", UUID.randomUUID().toString());
        redirect(
                exchange,
                query.get("redirect_uri") + "?code=" + encode(claims) + "&state="
                        + URLEncoder.encode(query.getOrDefault("state", ""), StandardCharsets.UTF_8));
    }

    /** The tokens for a code. */
    static String tokens(String code) {
        Map<String, Object> claims = decode(code);
        claims.put("typ", "ID");
        return TestIssuer.json(Map.of(
                "id_token",
                TestIssuer.sign(claims),
                "access_token",
                TestIssuer.sign(claims),
                "refresh_token",
                "none",
                "token_type",
                "Bearer",
                "expires_in",
                3600));
    }

    static void logout(HttpExchange exchange) throws IOException {
        redirect(
                exchange,
                parameters(exchange.getRequestURI().getRawQuery()).getOrDefault("post_logout_redirect_uri", "/"));
    }

    static Map<String, String> parameters(String form) {
        return Arrays.stream(form.split("&"))
                .map(parameter -> (parameter + "=").split("=", 3))
                .collect(Collectors.toMap(
                        parameter -> parameter[0],
                        parameter -> URLDecoder.decode(parameter[1], StandardCharsets.UTF_8),
                        (first, second) -> first));
    }

    static String encode(Map<String, ?> claims) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(TestIssuer.json(claims).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> decode(String claims) {
        try {
            return JSON.readValue(
                    new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8),
                    new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A broker sends people of partners to their own provider again, if it is told which; it has no forms for them. */
    private static void stepUp(Map<String, Object> claims, String wanted, @Nullable String provider) {
        Object own = claims.get("identity_provider");
        if (own == null || own.equals(provider)) {
            claims.put(own == null ? "acr" : "partner_acr", reached(claims, wanted));
        }
    }

    private static String reached(Map<String, Object> claims, String wanted) {
        int strongest = LEVELS.indexOf(claims.getOrDefault(STRONGEST, "hardware"));
        return LEVELS.get(Math.min(strongest, LEVELS.indexOf(wanted)));
    }

    private static void redirect(HttpExchange exchange, String address) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Location", address);
            exchange.sendResponseHeaders(302, -1);
        }
    }
}
