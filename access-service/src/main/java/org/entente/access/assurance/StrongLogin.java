package org.entente.access.assurance;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.http.Caller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Asks for the login that an act takes (RFC 9470), by the interface and by pages alike, before anything is done. */
class StrongLogin {
    private static final Pattern SECOND_PERSON = Pattern.compile(
            "/access/(pages/)?(house-rules/[^/]+/versions/[^/]+/approval|partners/[^/]+/restorations/[^/]+/approval)/?");

    private final StrongActs acts;
    private final Caller caller;
    private final SecurityIdentity identity;

    StrongLogin(StrongActs acts, Caller caller, SecurityIdentity identity) {
        this.acts = acts;
        this.caller = caller;
        this.identity = identity;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        if (identity.isAnonymous() || !request.getMethod().equals("POST")) {
            return;
        }
        needed(request.getUriInfo().getRequestUri().getPath(), acts).ifPresent(caller::requireAssurance);
    }

    /** What an act at this path takes, if it takes anything special. */
    static Optional<String> needed(String path, StrongActs acts) {
        return SECOND_PERSON.matcher(path).matches() ? Optional.of(acts.secondPerson()) : Optional.empty();
    }
}
