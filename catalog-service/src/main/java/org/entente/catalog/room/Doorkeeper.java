package org.entente.catalog.room;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.entente.catalog.access.Subject;
import org.entente.catalog.content.Digests;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;

/** Looks at whoever asks, each time anew. */
@RequestScoped
class Doorkeeper {
    private final Caller caller;
    private final SecurityIdentity identity;
    private final Countries countries;

    Doorkeeper(Caller caller, SecurityIdentity identity, Countries countries) {
        this.caller = caller;
        this.identity = identity;
        this.countries = countries;
    }

    /** Who it is; only persons of partners come in, for the home side reads at home. */
    Arrival arrival(HttpServerRequest connection) {
        String partner = caller.requirePartner(Role.PARTNER_ANALYST, Role.LIAISON_OFFICER);
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw Problem.of(401, "Authorization", "A bearer token is needed.");
        }
        Subject subject = Subject.of(caller, connection).loggedIn(caller);
        String address = subject.properties().address();
        Visit visit =
                new Visit(partner, caller.subject(), caller.assurance(), address, countries.of(address), Instant.now());
        return new Arrival(
                visit,
                subject,
                caller.name(),
                caller.actor(),
                Digests.sha256(token.getRawToken().getBytes(StandardCharsets.US_ASCII)),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }
}
