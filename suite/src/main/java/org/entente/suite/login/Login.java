package org.entente.suite.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Obtains tokens from the house's issuer: OAuth 2.0 authorization code with PKCE (RFC 7636), or client credentials. */
final class Login {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final String CLIENT = "entente-cli";
    private static final URI CALLBACK = URI.create("http://127.0.0.1/callback");
    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE_FORM =
            Pattern.compile("<form[^>]*id=\"kc-otp-login-form\"[^>]*action=\"([^\"]+)\"");

    private final String endpoint;
    private final SSLContext trust;

    /** @param issuer the realm's address as its tokens state it */
    Login(String issuer, SSLContext trust) {
        this.endpoint = issuer + "/protocol/openid-connect/";
        this.trust = trust;
    }

    /**
     * What somebody knows and has.
     *
     * @param oneTimeSecret of the device that shows their one-time codes
     * @param acr the assurance to ask for (RFC 9470); null for the least
     */
    record Means(
            String password, String oneTimeSecret, @Nullable String acr) {}

    /** Fills in the forms of the realm where the person has an account, as a browser would. */
    String person(Account.Person person, Means means, Set<String> audiences) throws IOException {
        String verifier = random();
        String state = random();
        Browser browser = new Browser(trust, CALLBACK);
        Map<String, String> query = new LinkedHashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                CLIENT,
                "redirect_uri",
                CALLBACK.toString(),
                "scope",
                "openid " + String.join(" ", new TreeSet<>(audiences)),
                "state",
                state,
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256"));
        if (person.partner() != null) {
            query.put("kc_idp_hint", person.partner());
        }
        if (means.acr() != null) {
            query.put("acr_values", means.acr());
        }
        Browser.Arrival form = browser.open(URI.create(endpoint + "auth?" + Browser.encode(query)));
        Map<String, String> filledIn = Map.of("username", person.username(), "password", means.password());
        Browser.Arrival end = coded(browser, browser.submit(action(form, person), filledIn), means);
        Map<String, String> answer = answer(end, person);
        if (!state.equals(answer.get("state")) || !answer.containsKey("code")) {
            throw new IOException("the login of " + person.name() + " was refused: " + answer.get("error"));
        }
        return token(
                browser,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        CLIENT,
                        "redirect_uri",
                        CALLBACK.toString(),
                        "code",
                        answer.get("code"),
                        "code_verifier",
                        verifier));
    }

    /** Shows the application's secret; its audiences are fixed. */
    String application(Account.Application application, String secret) throws IOException {
        return token(
                new Browser(trust, CALLBACK),
                Map.of("grant_type", "client_credentials", "client_id", application.name(), "client_secret", secret));
    }

    /** Answers the form for a one-time code, if there is one; a code that was used already is followed by another soon. */
    private static Browser.Arrival coded(Browser browser, Browser.Arrival page, Means means) throws IOException {
        Browser.Arrival shown = page;
        for (int attempt = 0; attempt < 2; attempt++) {
            Matcher form = CODE_FORM.matcher(shown.body());
            if (shown.status() != 200 || !form.find()) {
                return shown;
            }
            if (attempt > 0) {
                awaitNextCode();
            }
            URI action = URI.create(form.group(1).replace("&amp;", "&"));
            shown = browser.submit(action, Map.of("otp", OneTimeCode.at(Instant.now(), means.oneTimeSecret())));
        }
        return shown;
    }

    private static void awaitNextCode() throws IOException {
        long left = OneTimeCode.SECONDS - Instant.now().getEpochSecond() % OneTimeCode.SECONDS;
        try {
            Thread.sleep(Duration.ofSeconds(left).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String token(Browser browser, Map<String, String> form) throws IOException {
        Browser.Arrival response = browser.submit(URI.create(endpoint + "token"), form);
        JsonNode answer = response.status() == 200 ? JSON.readTree(response.body()) : JSON.createObjectNode();
        if (!answer.hasNonNull("access_token")) {
            throw new IOException("no token: HTTP " + response.status() + " " + response.body());
        }
        return answer.get("access_token").asText();
    }

    private static URI action(Browser.Arrival page, Account.Person person) throws IOException {
        Matcher form = FORM.matcher(page.body());
        if (page.status() != 200 || !form.find()) {
            throw new IOException("no login form for " + person.name() + " (HTTP " + page.status() + ")");
        }
        return URI.create(form.group(1).replace("&amp;", "&"));
    }

    private static Map<String, String> answer(Browser.Arrival end, Account.Person person) throws IOException {
        if (end.status() / 100 != 3) {
            throw new IOException("the login of " + person.name() + " was not accepted (HTTP " + end.status() + ")");
        }
        return Arrays.stream(end.address().getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .filter(parameter -> parameter.length == 2)
                .collect(Collectors.toMap(
                        parameter -> parameter[0],
                        parameter -> URLDecoder.decode(parameter[1], StandardCharsets.UTF_8)));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return BASE64URL.encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return BASE64URL.encodeToString(sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
