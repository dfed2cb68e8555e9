package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.entente.suite.certificate.DevelopmentCertificates;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Ports;
import org.entente.suite.login.Tokens;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP to a suite at its one address, as any account of it. */
public final class EntenteClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI address;
    private final HttpClient http;
    private final Function<String, String> tokens;
    private final BiFunction<String, String, String> narrow;

    private EntenteClient(
            URI address, SSLContext trust, Function<String, String> tokens, BiFunction<String, String, String> narrow) {
        this.address = address;
        this.tokens = tokens;
        this.narrow = narrow;
        this.http = HttpClient.newBuilder()
                .sslContext(trust)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Of the suite that runs in a home at these ports. */
    public static EntenteClient of(Home home, Ports ports) throws IOException {
        Tokens tokens = Tokens.of(home, ports);
        return new EntenteClient(
                URI.create(ports.publicUrl()),
                new DevelopmentCertificates(home.certificates()).trustingContext(),
                account -> login(account, () -> tokens.token(account)),
                (account, service) -> login(account, () -> tokens.token(account, Set.of(service))));
    }

    /** As a demo account or application. */
    public Session as(String account) {
        return new Session(() -> Optional.of(tokens.apply(account)));
    }

    /** As a demo account, with a token that no other service takes. */
    public Session as(String account, String service) {
        return new Session(() -> Optional.of(narrow.apply(account, service)));
    }

    /** As whoever bears this token. */
    public Session bearing(String token) {
        return new Session(() -> Optional.of(token));
    }

    /** As nobody. */
    public Session anonymous() {
        return new Session(Optional::empty);
    }

    /** Requests of one caller; a suite that cannot be reached is an {@link UncheckedIOException}. */
    public final class Session {

        private final Supplier<Optional<String>> token;

        private Session(Supplier<Optional<String>> token) {
            this.token = token;
        }

        public Answer get(String path) {
            return send("GET", path, null);
        }

        public Answer post(String path, JsonNode body, String... headers) {
            return send("POST", path, body.toString(), headers);
        }

        public Answer put(String path, JsonNode body) {
            return send("PUT", path, body.toString());
        }

        /** Sends a body as it stands, valid JSON or not, with further headers as pairs of name and value. */
        public Answer send(String method, String path, @Nullable String body, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                    .timeout(PATIENCE)
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (body != null && !List.of(headers).contains("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            if (headers.length > 0) {
                request.headers(headers);
            }
            token.get().ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
            HttpResponse<byte[]> response = exchange(request.build());
            return new Answer(
                    method + " " + path,
                    response.statusCode(),
                    response.headers().map(),
                    response.body());
        }
    }

    private interface Login {
        String token() throws IOException;
    }

    private static String login(String account, Login login) {
        try {
            return login.token();
        } catch (IOException exception) {
            throw new UncheckedIOException(account + " cannot log in (" + exception.getMessage() + ")", exception);
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException exception) {
            throw new UncheckedIOException(
                    request.uri() + " cannot be reached (" + exception.getMessage() + ")", exception);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + request.uri(), interrupted);
        }
    }
}
