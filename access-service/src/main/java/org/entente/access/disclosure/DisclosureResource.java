package org.entente.access.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.access.epoch.AnswerSettings;
import org.entente.access.vocabulary.Document;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.CanonicalJson;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Outbox;

/** Records disclosures before they happen, and tells of them. */
@Path("/access/disclosures")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DisclosureResource {
    private static final String RECORD = "select record_disclosure($1, $2, $3, $4, $5, $6)";
    private static final String FIND =
            "select id, recorded_at, document from disclosure where id = $1 and ($2 or partner = $3)";
    private static final String EXAMPLE = """
            {"id": "0d0c2f6e-6b8b-4d2a-8a53-6f0a0c7a9e11", "decisions": ["5f1c7a52-53a7-4f6e-9d1f-0f2f8b8a4a11"], "epoch": 7, "validUntil": "2026-11-23T10:10:00Z",
             "person": "a3f1", "partner": "XBB", "purpose": "cyber-defence", "what": "list", "assets": 50,
             "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}""";

    private final Caller caller;
    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Duration within;

    DisclosureResource(Caller caller, Pool pool, Outbox outbox, ObjectMapper json, AnswerSettings answers) {
        this.caller = caller;
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
        this.within = answers.within();
    }

    /** What was recorded, as it was stated. */
    public record Recorded(UUID id, Instant at, JsonNode disclosure) {}

    /** That it may be shown now, under this identifier. */
    @RegisterForReflection
    public record Allowed(UUID id, long epoch) {}

    @POST
    @RolesAllowed("policy-enforcement-point")
    @Operation(
            summary = "Records that something is shown on decisions taken before",
            description = "Only while the policy epoch is still theirs; whoever asks shows it within a moment of asking"
                    + " (entente.answer.within), or not at all.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a page of a list", value = EXAMPLE)))
    @APIResponse(responseCode = "409", description = "Policy is another one, or time has passed: decide again.")
    @APIResponse(responseCode = "503", description = "It cannot be recorded now; nothing may be shown.")
    public Uni<Allowed> record(Disclosure disclosure) {
        long start = System.nanoTime();
        // The realm's roles say who may state this for the home side; a partner's own application may not.
        caller.requireHome(Role.POLICY_ENFORCEMENT_POINT);
        Vocabulary.present(disclosure, "").check(Instant.now());
        long epoch = Objects.requireNonNull(disclosure.epoch());
        return pool.preparedQuery(RECORD)
                .execute(row(epoch, disclosure))
                .ifNoItem()
                .after(within)
                .fail()
                .onFailure()
                .transform(fault -> Problem.unavailable("It cannot be recorded now, so it may not be shown."))
                .map(recorded -> allowed(recorded, new Allowed(disclosure.id(), epoch), start));
    }

    private Tuple row(long epoch, Disclosure disclosure) {
        Event event = Event.of(
                EventTypes.DISCLOSURE_RECORDED,
                disclosure.id().toString(),
                disclosure.partner(),
                null,
                json.valueToTree(disclosure));
        return Tuple.tuple()
                .addUUID(disclosure.id())
                .addLong(epoch)
                .addArrayOfUUID(disclosure.decisions().toArray(UUID[]::new))
                .addString(disclosure.partner())
                .addString(CanonicalJson.text(json, disclosure))
                .addString(outbox.text(event));
    }

    private Allowed allowed(RowSet<Row> recorded, Allowed allowed, long start) {
        if (!recorded.iterator().next().getBoolean(0)) {
            throw Problem.conflict("/epoch", "is not the present one; decide again");
        }
        if (System.nanoTime() - start > within.toNanos()) {
            throw Problem.unavailable("It could not be answered in time.");
        }
        return allowed;
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "A disclosure, for the home side and the partner it was made to")
    public Uni<Recorded> get(UUID id) {
        if (caller.isHome()) {
            caller.requireHome(Role.LIAISON_OFFICER, Role.AUDITOR);
        } else {
            caller.requirePartner(Role.LIAISON_OFFICER, Role.PARTNER_ANALYST);
        }
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id, caller.isHome(), caller.nation()))
                .map(DisclosureResource::found);
    }

    private static Recorded found(RowSet<Row> rows) {
        for (Row row : rows) {
            return new Recorded(
                    row.getUUID("id"),
                    row.getOffsetDateTime("recorded_at").toInstant(),
                    Document.read(row.getString("document"), JsonNode.class));
        }
        throw Problem.notFound();
    }
}
