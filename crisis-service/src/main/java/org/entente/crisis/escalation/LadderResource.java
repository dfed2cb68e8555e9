package org.entente.crisis.escalation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.input.Field;
import org.entente.crisis.kept.EntityTag;
import org.entente.events.CanonicalJson;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Publishing ladders. A new version is for what is opened from then on. */
@Path("/crisis/ladders/{name}")
@Authenticated
@Tag(name = "Escalation")
public class LadderResource {
    private static final String UNIQUE_VIOLATION = "23505";

    private final Authority authority;
    private final LadderCheck check;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    LadderResource(Authority authority, LadderCheck check, Pool pool, Outbox outbox, ObjectMapper json) {
        this.authority = authority;
        this.check = check;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    @PUT
    @Operation(summary = "Publish a ladder, or a new version of it")
    public Uni<Response> publish(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected, Ladder sent) {
        Actor actor = authority.require(Act.PUBLISH_LADDER);
        Field.word("name", name);
        Ladder ladder = check.check(sent);
        return pool.withTransaction(transaction -> Ladders.published(transaction, json, name)
                        .chain(present -> {
                            int version = present == null ? 0 : present.version();
                            EntityTag.require(version, expected);
                            return add(transaction, name, version + 1, ladder, actor);
                        }))
                .onFailure(LadderResource::isLate)
                .transform(late -> Problem.preconditionFailed("Someone else published a version first: read it again."))
                .map(version -> answer(version, ladder));
    }

    @GET
    @Operation(summary = "A ladder, for the home side")
    public Uni<Response> read(@PathParam("name") String name) {
        authority.require(Act.READ_ESCALATION);
        return Ladders.published(pool, json, name).map(found -> {
            if (found == null) {
                throw Problem.notFound();
            }
            return answer(found.version(), found.ladder());
        });
    }

    private Uni<Integer> add(SqlClient transaction, String name, int version, Ladder ladder, Actor actor) {
        ObjectNode data = json.createObjectNode()
                .put("ladder", name)
                .put("version", version)
                .put("levels", ladder.levels().size())
                .put("sha256", CanonicalJson.sha256(json, ladder));
        Event event = Event.of(EventTypes.LADDER_PUBLISHED, name, null, actor.name(), data);
        return transaction
                .preparedQuery("insert into ladder (name, version, document, published_by) values ($1, $2, $3, $4)")
                .execute(Tuple.of(name, version, CanonicalJson.text(json, ladder), actor.name()))
                .chain(() -> outbox.append(transaction, List.of(event)))
                .replaceWith(version);
    }

    private static boolean isLate(Throwable fault) {
        return fault instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    private static Response answer(int version, Ladder ladder) {
        return Response.ok(ladder)
                .header(HttpHeaders.ETAG, "\"" + version + "\"")
                .build();
    }
}
