package org.entente.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling: the facts of the verified token, and the nation they speak for. */
@RequestScoped
public class Caller {
    /** Weakest first. */
    private static final List<String> STRENGTH = List.of("password", "otp", "hardware");

    private final SecurityIdentity identity;
    private final String home;

    @Inject
    Caller(SecurityIdentity identity, @ConfigProperty(name = "entente.home") String home) {
        this.identity = identity;
        this.home = home;
    }

    /** The stable identifier of the person or application ({@code sub}). */
    public String subject() {
        return token().getSubject();
    }

    /** The user name, for people to read. */
    public String name() {
        return identity.getPrincipal().getName();
    }

    /** Who acted, as it stands in the log: user name and nation. */
    public String actor() {
        return name() + "@" + nation();
    }

    /** The partner this caller came from, as the identity broker set it; empty for the home side. */
    public Optional<String> partner() {
        return Optional.ofNullable(token().getClaim("partner"));
    }

    /** The nation this caller speaks for. */
    public String nation() {
        return partner().orElse(home);
    }

    public boolean isHome() {
        return partner().isEmpty();
    }

    public boolean has(Role role) {
        return identity.hasRole(role.wireName());
    }

    /** Lets only the home side's holders of one of the roles pass; anyone else gets a 403 problem. */
    public void requireHome(Role... anyOf) {
        if (!isHome() || Stream.of(anyOf).noneMatch(this::has)) {
            throw Problem.forbidden("Your roles do not allow this.");
        }
    }

    /** Lets only a partner's holders of one of the roles pass, and names the partner; anyone else gets a 403 problem. */
    public String requirePartner(Role... anyOf) {
        if (isHome() || Stream.of(anyOf).noneMatch(this::has)) {
            throw Problem.forbidden("Your roles do not allow this.");
        }
        return nation();
    }

    /** Clearances as claimed by the identity provider, each {@code POLICY:LEVEL[:COMPARTMENT…]}. */
    public List<String> clearances() {
        return strings("clearances");
    }

    /** The unit of their organisation ({@code unit} claim), to which a grant may be bound; empty where none is said. */
    public Optional<String> unit() {
        return Optional.ofNullable(token().<String>getClaim("unit")).filter(unit -> !unit.isBlank());
    }

    /** Nationalities held or formerly held, ISO 3166-1 alpha-3. */
    public List<String> nationalities() {
        return strings("nationalities");
    }

    /**
     * How the caller logged in: {@code password}, {@code otp} or {@code hardware}; anything unknown counts as the least. Of
     * those who came from a partner through its identity provider, that provider says it, where the broker lets its word pass
     * ({@code partner_acr}); the broker's own {@code acr} then says nothing of the login.
     */
    public String assurance() {
        boolean isFromPartner = !isHome() && identityProvider().isPresent();
        Object acr = token().getClaim(isFromPartner ? "partner_acr" : "acr");
        return "otp".equals(acr) || "hardware".equals(acr) ? acr.toString() : "password";
    }

    /** The identity provider through which the caller came, as the broker names it; empty for accounts of the broker's own. */
    public Optional<String> identityProvider() {
        return Optional.ofNullable(token().getClaim("identity_provider"));
    }

    /** When the caller logged in ({@code auth_time}); empty for an application, which does not. */
    public Optional<Instant> loggedIn() {
        Object time = token().getClaim("auth_time");
        return time == null ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Long.parseLong(time.toString())));
    }

    /** The services that take this token ({@code aud}). */
    public Set<String> audiences() {
        Set<String> audiences = token().getAudience();
        return audiences == null ? Set.of() : Set.copyOf(audiences);
    }

    /** What the token is bound to, which {@link BoundTokens} has made sure of: {@code dpop}, {@code mtls}; empty for nothing. */
    public Optional<String> binding() {
        return Confirmation.of(token())
                .filter(bound -> bound.keyThumbprint() != null || bound.certificateThumbprint() != null)
                .map(bound -> bound.keyThumbprint() == null ? "mtls" : "dpop");
    }

    /** Lets only those pass who have logged in that strongly; anyone else is asked to (RFC 9470). */
    public void requireAssurance(String least) {
        if (STRENGTH.indexOf(assurance()) < STRENGTH.indexOf(least)) {
            throw Problem.strongerLogin(least, null);
        }
    }

    private List<String> strings(String claim) {
        Object value = token().getClaim(claim);
        if (value instanceof Collection<?> values) {
            return values.stream()
                    .map(item -> item instanceof JsonString text ? text.getString() : String.valueOf(item))
                    .toList();
        }
        return value == null
                ? List.of()
                : List.of(value instanceof JsonString text ? text.getString() : value.toString());
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw Problem.of(401, "Authorization", "A bearer token is needed.");
    }
}
