package org.entente.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses an address with U+0000, for which no store has a place: nothing can have that name. */
public class WritableAddresses {
    private static final String NOTHING = "%00";

    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        URI address = request.getUriInfo().getRequestUri();
        if (address.getRawPath().contains(NOTHING)) {
            throw Problem.notFound();
        }
        if (address.getRawQuery() != null && address.getRawQuery().contains(NOTHING)) {
            throw Problem.badRequest("query", "has U+0000");
        }
    }
}
