package org.entente.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body that states a size above the limit, or that is compressed, before a byte of it is read. */
public class BodyLimit {
    private final long maxBytes;
    private final StreamedBodies streamed;
    private final ObjectMapper json;

    BodyLimit(LargestBody largest, StreamedBodies streamed, ObjectMapper json) {
        this.maxBytes = largest.bytes();
        this.streamed = streamed;
        this.json = json;
    }

    @ServerRequestFilter(preMatching = true)
    Optional<Response> check(ContainerRequestContext request) {
        String stated = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        long limit = streamed.limit(request.getUriInfo().getRequestUri().getPath(), maxBytes);
        if (stated != null && Long.parseLong(stated) > limit) {
            throw Problem.tooLarge(HttpHeaders.CONTENT_LENGTH, "is above the limit of " + limit + " bytes");
        }
        String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        return coding == null || coding.equalsIgnoreCase("identity") ? Optional.empty() : Optional.of(compressed());
    }

    /** What is compressed has no size that could be known beforehand (RFC 9110, section 15.5.16). */
    private Response compressed() {
        Problem problem = Problem.of(415, HttpHeaders.CONTENT_ENCODING, "is not understood; send the body as it is.");
        return Response.fromResponse(problem.response(json))
                .header(HttpHeaders.ACCEPT_ENCODING, "identity")
                .build();
    }
}
