package org.entente.embedded.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Access tokens as Keycloak would issue them, signed with the key that {@link EmbeddedServers} publishes. */
public final class TestTokens {

    private final Map<String, Object> claims = new LinkedHashMap<>();

    private TestTokens() {}

    /** A valid token of this user or application, logged in by password, with no role and for no audience yet. */
    public static TestTokens token(String name) {
        Instant now = Instant.now();
        UUID subject = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new TestTokens()
                .claim("iss", Shared.ISSUER.get())
                .claim("sub", subject.toString())
                .claim("preferred_username", name)
                .claim("jti", UUID.randomUUID().toString())
                .claim("typ", "Bearer")
                .claim("iat", now.getEpochSecond())
                .claim("exp", now.plus(Duration.ofHours(1)).getEpochSecond())
                .assurance("password");
    }

    /** The subject ({@code sub}) of the tokens of this name. */
    public static String subject(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    public TestTokens partner(String code) {
        return claim("partner", code);
    }

    /** Comes through the identity provider of a partner, which has said nothing of the login yet. */
    public TestTokens through(String provider) {
        return claim("identity_provider", provider);
    }

    public TestTokens roles(String... roles) {
        return claim("realm_access", Map.of("roles", List.of(roles)));
    }

    public TestTokens audience(String... services) {
        return claim("aud", List.of(services));
    }

    /** Each as {@code POLICY:LEVEL[:COMPARTMENT…]}. */
    public TestTokens clearances(String... clearances) {
        return claim("clearances", List.of(clearances));
    }

    public TestTokens nationalities(String... nations) {
        return claim("nationalities", List.of(nations));
    }

    /** One of {@code password}, {@code otp}, {@code hardware}. */
    public TestTokens assurance(String level) {
        return claim("acr", level);
    }

    public TestTokens issuer(String issuer) {
        return claim("iss", issuer);
    }

    /** The token has expired that long ago. */
    public TestTokens expired(Duration ago) {
        return claim("exp", Instant.now().minus(ago).getEpochSecond());
    }

    public TestTokens claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    /** The person has no stronger login than this, whatever is asked for. */
    public TestTokens strongest(String level) {
        return claim(CodeFlow.STRONGEST, level);
    }

    Map<String, Object> claims() {
        return Map.copyOf(claims);
    }

    /** The token in compact form, to follow {@code Bearer}. */
    public String sign() {
        return TestIssuer.sign(claims);
    }
}
