package org.entente.audit.investigation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Public statements about breaches, for everyone. */
@Path("/audit/statements")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements", description = "What the public is told of breaches")
class StatementsResource {

    private static final int MOST = 200;

    private final Pool pool;

    StatementsResource(Pool pool) {
        this.pool = pool;
    }

    /** A statement. */
    public record Published(UUID id, Instant published, String text) {}

    /** The newest statements. */
    public record Statements(List<Published> statements) {}

    @GET
    @Operation(summary = "What was published, newest first, for everyone; at most the newest 200")
    public Uni<Statements> published() {
        return pool.preparedQuery("select s.investigation, s.published, s.text from statement s"
                        + " join investigation i on i.id = s.investigation"
                        + " where s.published is not null and not i.exercise order by s.published desc limit $1")
                .execute(Tuple.of(MOST))
                .map(rows -> new Statements(StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Published(
                                row.getUUID("investigation"),
                                row.getOffsetDateTime("published").toInstant(),
                                row.getString("text")))
                        .toList()));
    }
}
