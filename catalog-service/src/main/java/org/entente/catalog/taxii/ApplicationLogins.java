package org.entente.catalog.taxii;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.catalog.content.Digests;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges the name and secret of an application for a token of the identity provider, which alone knows what they are good
 * for. Tokens are kept for a moment, by a digest of the credentials, so that not every page of a list is a login.
 */
@ApplicationScoped
class ApplicationLogins {
    private static final Logger LOG = Logger.getLogger(ApplicationLogins.class);

    private final OidcClients clients;
    private final TaxiiConfig.Basic config;
    private final String provider;
    private final Semaphore exchanges;
    private final Map<String, Login> logins;

    ApplicationLogins(
            OidcClients clients,
            TaxiiConfig config,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String provider) {
        this.clients = clients;
        this.config = config.basic();
        this.provider = provider;
        this.exchanges = new Semaphore(this.config.exchanges());
        this.logins = new Latest(this.config.clients());
    }

    /** What was got for credentials, and until when it is used again. */
    private record Login(String token, long until) {}

    /** Forgets who has not logged in for longest. */
    private static final class Latest extends LinkedHashMap<String, Login> {
        private static final long serialVersionUID = 1;
        private final int most;

        Latest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Login> eldest) {
            return size() > most;
        }
    }

    /** Too many are logging in at once. */
    static final class BusyException extends RuntimeException {}

    /**
     * A token for credentials; none where the identity provider does not know them, or cannot be asked. Fails with a
     * {@link BusyException} where too many are asking.
     */
    Uni<Optional<String>> token(String name, String secret) {
        String digest = Digests.sha256((name.length() + ":" + name + secret).getBytes(StandardCharsets.UTF_8));
        String kept = kept(digest);
        if (kept != null) {
            return Uni.createFrom().item(Optional.of(kept));
        }
        if (!exchanges.tryAcquire()) {
            return Uni.createFrom().failure(new BusyException());
        }
        return exchange(name, secret)
                .invoke(token -> token.ifPresent(text -> keep(digest, text)))
                .eventually(() -> exchanges.release());
    }

    private Uni<Optional<String>> exchange(String name, String secret) {
        OidcClientConfig client = OidcClientConfig.authServerUrl(provider)
                .id("taxii")
                .clientId(name)
                .credentials(secret)
                .scopes(config.scope())
                .earlyTokensAcquisition(false)
                .build();
        return clients.newClient(client)
                .chain(made -> made.getTokens()
                        .map(tokens -> Optional.of(tokens.getAccessToken()))
                        .eventually(() -> close(made)))
                .onFailure()
                .recoverWithItem(refused -> {
                    LOG.debugf("No token for an application: %s", refused.getMessage());
                    return Optional.empty();
                });
    }

    private static void close(OidcClient client) {
        try {
            client.close();
        } catch (IOException fault) {
            LOG.debugf("A client of the identity provider was not closed: %s", fault.getMessage());
        }
    }

    private synchronized @Nullable String kept(String digest) {
        Login login = logins.get(digest);
        return login != null && System.nanoTime() - login.until() < 0 ? login.token() : null;
    }

    private synchronized void keep(String digest, String token) {
        logins.put(digest, new Login(token, System.nanoTime() + config.reuse().toNanos()));
    }
}
