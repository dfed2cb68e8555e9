package org.entente.access.decision;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Gives a request's identifier back with its answer, whatever that is (AuthZEN Authorization API 1.0 section 10.1.3): before
 * anything else looks at the request, so that those who are not let in get it back too.
 */
@Singleton
class RequestIdEcho {
    private static final String HEADER = "X-Request-ID";
    private static final int FIRST = 1000;

    void register(@Observes Filters filters) {
        filters.register(RequestIdEcho::echo, FIRST);
    }

    private static void echo(RoutingContext request) {
        String id = request.request().getHeader(HEADER);
        if (id != null) {
            request.response().putHeader(HEADER, id);
        }
        request.next();
    }
}
