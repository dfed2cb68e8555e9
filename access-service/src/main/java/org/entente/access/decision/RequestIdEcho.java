package org.entente.access.decision;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives a request's identifier back with its answer, whatever that is (AuthZEN Authorization API 1.0 section 10.1.1). */
class RequestIdEcho {
    private static final String HEADER = "X-Request-ID";

    @ServerResponseFilter
    void echo(ContainerRequestContext request, ContainerResponseContext response) {
        String id = request.getHeaderString(HEADER);
        if (id != null) {
            response.getHeaders().putSingle(HEADER, id);
        }
    }
}
