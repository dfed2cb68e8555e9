package org.entente.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body that states a size above the limit with a problem document, before a byte of it is read. */
public class BodyLimit {
    private final long maxBytes;

    BodyLimit(@ConfigProperty(name = "entente.http.max-body-bytes") long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        String stated = request.getHeaderString("Content-Length");
        if (stated != null && Long.parseLong(stated) > maxBytes) {
            throw Problem.tooLarge("Content-Length", "is above the limit of " + maxBytes + " bytes");
        }
    }
}
