package org.entente.suite.login;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.suite.certificate.DevelopmentCertificates;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Ports;
import org.entente.suite.layout.Secrets;
import org.jspecify.annotations.Nullable;

/** Access tokens of the demo accounts and applications of a running suite; kept while they are good for a while. */
public final class Tokens {

    /** Whom a person's token is for unless stated otherwise. */
    public static final Set<String> ALL_SERVICES =
            Set.of("catalog-service", "access-service", "audit-service", "crisis-service");

    /** Shorter than the fifteen minutes that tokens live. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Login login;
    private final Secrets secrets;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String token, Instant until) {}

    private Tokens(Login login, Secrets secrets) {
        this.login = login;
        this.secrets = secrets;
    }

    /** The tokens of the suite that runs in this home at these ports. */
    public static Tokens of(Home home, Ports ports) throws IOException {
        DevelopmentCertificates certificates = new DevelopmentCertificates(home.certificates());
        return new Tokens(new Login(ports.issuer(), certificates.trustingContext()), home.secrets());
    }

    /**
     * A token for all services that the account may use.
     *
     * @throws IOException if the suite does not answer or refuses
     * @throws IllegalArgumentException if there is no such account
     */
    public String token(String name) throws IOException {
        Kept known = kept.get(name);
        if (known != null && Instant.now().isBefore(known.until())) {
            return known.token();
        }
        String token = token(name, ALL_SERVICES);
        kept.put(name, new Kept(token, Instant.now().plus(KEPT)));
        return token;
    }

    /** A new token for these services only; an application's are fixed in the realm. */
    public String token(String name, Set<String> audiences) throws IOException {
        return token(name, audiences, null);
    }

    /**
     * A new token of a person who has shown that much.
     *
     * @param acr {@code otp}, for those who have one-time codes where they log in; null for a password only
     */
    public String token(String name, Set<String> audiences, @Nullable String acr) throws IOException {
        Account account =
                Account.named(name).orElseThrow(() -> new IllegalArgumentException("there is no account " + name));
        if (account instanceof Account.Application application) {
            return login.application(application, secrets.text("client-" + name));
        }
        return login.person(
                (Account.Person) account,
                new Login.Means(secrets.demoPassword(), secrets.text("demo-one-time"), acr),
                audiences);
    }
}
