package org.entente.crisis;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells the later of two officers who acted at once that the other one was first. */
public class StaleWrites {
    private final ObjectMapper json;

    StaleWrites(ObjectMapper json) {
        this.json = json;
    }

    @ServerExceptionMapper
    Response stale(OptimisticLockException exception) {
        String document = json.createObjectNode()
                .put("type", "about:blank")
                .put("title", "Precondition Failed")
                .put("status", 412)
                .put("detail", "Someone else changed this first: read it again, then decide.")
                .toString();
        return Response.status(412)
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .entity(document)
                .build();
    }
}
