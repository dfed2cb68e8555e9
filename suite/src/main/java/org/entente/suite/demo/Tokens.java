package org.entente.suite.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Keeps access tokens until shortly before they expire, since a login through an ally's identity provider takes many requests. */
public final class Tokens implements Function<String, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private record Kept(String token, Instant until) {

        boolean isFresh() {
            return Instant.now().plus(MARGIN).isBefore(until);
        }
    }

    private final Function<String, String> login;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** @param login logs an account in and returns its access token */
    public Tokens(Function<String, String> login) {
        this.login = login;
    }

    @Override
    public String apply(String account) {
        return kept.compute(account, (name, last) -> last != null && last.isFresh() ? last : fetch(name))
                .token();
    }

    private Kept fetch(String account) {
        String token = login.apply(account);
        return new Kept(token, expiry(token));
    }

    private static Instant expiry(String token) {
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
            return Instant.ofEpochSecond(JSON.readTree(claims).path("exp").asLong());
        } catch (IOException exception) {
            throw new UncheckedIOException("the token is not a JWT", exception);
        }
    }
}
