package org.entente.catalog.taxii;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets old TAXII clients in that know nothing but HTTP Basic (RFC 7617), where that is switched on: over TLS, and before
 * anybody else looks at the request, the credentials become the bearer token that the identity provider gives for them.
 */
@ApplicationScoped
class BasicLogin {
    /** Before authentication, which sees a bearer token like any other. */
    private static final int BEFORE_AUTHENTICATION = 10_000;

    private static final String SCHEME = "basic ";
    private static final int LONGEST = 2_000;

    private final TaxiiConfig config;
    private final ApplicationLogins logins;

    BasicLogin(TaxiiConfig config, ApplicationLogins logins) {
        this.config = config;
        this.logins = logins;
    }

    /** A name and a secret. */
    record Credentials(String name, String secret) {
        /** Those of a header; none where it holds none of this scheme. */
        static Optional<Credentials> of(@Nullable String header) {
            if (header == null
                    || header.length() > LONGEST
                    || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
                return Optional.empty();
            }
            try {
                byte[] plain = Base64.getDecoder()
                        .decode(header.substring(SCHEME.length()).strip());
                String[] parts = new String(plain, StandardCharsets.UTF_8).split(":", 2);
                return parts.length == 2 && !parts[0].isBlank() && !parts[1].isEmpty()
                        ? Optional.of(new Credentials(parts[0], parts[1]))
                        : Optional.empty();
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }
    }

    void register(@Observes Filters filters) {
        if (config.basic().enabled()) {
            filters.register(this::exchange, BEFORE_AUTHENTICATION);
        }
    }

    private void exchange(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<Credentials> credentials = Credentials.of(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (!request.path().startsWith(Taxii.PREFIX) || !"https".equals(request.scheme()) || credentials.isEmpty()) {
            context.next();
            return;
        }
        request.pause();
        logins.token(credentials.get().name(), credentials.get().secret())
                .subscribe()
                .with(
                        token -> {
                            request.resume();
                            token.ifPresent(text -> request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + text));
                            context.next();
                        },
                        busy -> {
                            request.resume();
                            context.response()
                                    .setStatusCode(503)
                                    .putHeader("Retry-After", "1")
                                    .end();
                        });
    }
}
