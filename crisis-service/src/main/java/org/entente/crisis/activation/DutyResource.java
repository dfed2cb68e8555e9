package org.entente.crisis.activation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.input.Field;
import org.entente.events.CanonicalJson;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** What has to be told of activations: the text put together from what was shared, and that it was sent, in time or late. */
@Path("/crisis/duties")
@Authenticated
@Tag(name = "Duties")
class DutyResource {
    private static final String DUTY = "select * from duty where id = $1";
    private static final String OF =
            "select * from duty where $1::uuid is null or activation = $1 order by due, id limit 500";
    private static final String DONE = """
        update duty set done_at = clock_timestamp(), done_by = $2, how = $3, content = $4
         where id = $1 and done_at is null returning *\
        """;
    private static final String SHARED = """
        select partner, purpose, resource, sum(portions) as portions, count(*) as decisions, min(at) as first, max(at) as last
          from expedited where activation = $1 group by partner, purpose, resource
         order by partner, resource, purpose limit 1000\
        """;
    private static final String WHY = """
        select activation.*, plan.terms from activation join plan on plan.id = activation.plan where activation.id = $1\
        """;

    private final Authority authority;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    DutyResource(Authority authority, Pool pool, Outbox outbox, ObjectMapper json) {
        this.authority = authority;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** By which way it was sent. */
    @RegisterForReflection
    record Sending(
            @Schema(examples = "Diplomatic note 2026/114 to the originators")
            String how) {}

    @GET
    @Operation(summary = "What has to be told, what was, and what was missed; the earliest first")
    public Uni<List<DutyAnswer>> all(@QueryParam("activation") @Nullable UUID activation) {
        authority.require(Act.READ_DUTY);
        return pool.preparedQuery(OF).execute(Tuple.of(activation)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> DutyAnswer.of(row, null))
                .toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A duty with the text to send: what was shared, to whom, why and how; as sent, where it was")
    public Uni<DutyAnswer> read(@PathParam("id") UUID id) {
        authority.require(Act.READ_DUTY);
        return found(pool, id)
                .chain(row -> row.getString("content") == null
                        ? content(pool, row).map(content -> DutyAnswer.of(row, content))
                        : Uni.createFrom().item(DutyAnswer.of(row, parsed(row.getString("content")))));
    }

    @POST
    @Path("{id}/sending")
    @Operation(summary = "Say that it was sent, and how; kept with what was sent, in time or late")
    public Uni<DutyAnswer> sent(@PathParam("id") UUID id, Sending sent) {
        Actor actor = authority.require(Act.DO_DUTY);
        String how = Field.present("", sent).how();
        Field.text("/how", how, Reason.MAX);
        return pool.withTransaction(transaction -> found(transaction, id)
                .chain(row -> content(transaction, row))
                .chain(content -> transaction
                        .preparedQuery(DONE)
                        .execute(Tuple.of(id, actor.name(), how, CanonicalJson.text(json, content)))
                        .map(rows -> {
                            if (rows.rowCount() == 0) {
                                throw Problem.conflict(null, "It was sent already.");
                            }
                            return DutyAnswer.of(rows.iterator().next(), content);
                        }))
                .call(answer -> outbox.append(
                        transaction,
                        List.of(Event.of(
                                EventTypes.DUTY_DONE, id.toString(), null, actor.name(), json.valueToTree(answer))))));
    }

    private static Uni<Row> found(SqlClient client, UUID id) {
        return client.preparedQuery(DUTY).execute(Tuple.of(id)).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.notFound();
            }
            return rows.iterator().next();
        });
    }

    private Uni<JsonNode> content(SqlClient client, Row duty) {
        UUID activation = duty.getUUID("activation");
        return client.preparedQuery(WHY)
                .execute(Tuple.of(activation))
                .map(rows -> rows.iterator().next())
                .chain(why -> client.preparedQuery(SHARED)
                        .execute(Tuple.of(activation.toString()))
                        .map(shared -> {
                            ObjectNode content = json.createObjectNode();
                            content.put("what", duty.getString("what"));
                            content.put("why", why.getString("reason"));
                            content.put("decidedBy", why.getString("requested_by"));
                            content.put("confirmedBy", why.getString("confirmed_by"));
                            content.put("criterionMet", why.getBoolean("criterion_met"));
                            content.set("how", how(parsed(why.getString("terms"))));
                            ArrayNode rows = content.putArray("shared");
                            shared.forEach(row -> rows.add(shared(row)));
                            return content;
                        }));
    }

    /** Under which ceiling, and how it has to be handled. */
    private ObjectNode how(JsonNode terms) {
        ObjectNode how = json.createObjectNode();
        for (String member : List.of("name", "purposes", "categories", "tier", "ceiling", "handling")) {
            if (terms.has(member)) {
                how.set(member, terms.get(member));
            }
        }
        return how;
    }

    private ObjectNode shared(Row row) {
        return json.createObjectNode()
                .put("partner", row.getString("partner"))
                .put("purpose", row.getString("purpose"))
                .put("asset", row.getString("resource"))
                .put("portions", row.getLong("portions"))
                .put("decisions", row.getLong("decisions"))
                .put("first", row.getOffsetDateTime("first").toInstant().toString())
                .put("last", row.getOffsetDateTime("last").toInstant().toString());
    }

    private JsonNode parsed(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException fault) {
            throw new UncheckedIOException("A stored document is not JSON.", fault);
        }
    }
}
