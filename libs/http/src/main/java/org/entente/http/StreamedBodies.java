package org.entente.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one path, if any, whose bodies are never held in memory and may therefore be larger than others. Where there is one,
 * {@code quarkus.http.limits.max-body-size} is about it, and what is sent elsewhere without a stated size is stopped here.
 */
@ApplicationScoped
class StreamedBodies {
    private final Optional<String> path;
    private final long maxStreamedBytes;
    private final long maxBytes;

    StreamedBodies(
            @ConfigProperty(name = "entente.http.streamed-path") Optional<String> path,
            @ConfigProperty(name = "entente.http.max-streamed-bytes", defaultValue = "0") long maxStreamedBytes,
            LargestBody largest) {
        this.path = path;
        this.maxStreamedBytes = maxStreamedBytes;
        this.maxBytes = largest.bytes();
    }

    /** The limit for bodies sent to the address. */
    long limit(String address, long usual) {
        return path.isPresent() && path.get().equals(address) ? maxStreamedBytes : usual;
    }

    void route(@Observes Router router) {
        if (path.isPresent()) {
            router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(request -> {
                if (request.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
                    long limit = limit(request.request().path(), maxBytes);
                    request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
                }
                request.next();
            });
        }
    }
}
