package org.entente.audit.retention;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** How long content is kept, what is held, what is erased: proposed by an auditor or a policy administrator, approved by the other. */
@Path("/audit/retention")
@Authenticated
@Tag(name = "Retention", description = "Keeping and erasing the content of entries; their proofs stay")
class RetentionResource {

    private static final int LONGEST_KEY = 128;

    private final Rulings rulings;
    private final Caller caller;

    RetentionResource(Rulings rulings, Caller caller) {
        this.rulings = rulings;
        this.caller = caller;
    }

    @POST
    @Path("schedules")
    @Operation(
            summary = "Proposes how long content of a type of event is kept",
            description = "In force when approved by the second person; ends the schedule that the type had before.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Terms.class),
                            examples =
                                    @ExampleObject(
                                            name = "five years",
                                            value =
                                                    "{\"type\": \"org.entente.access.decision.made.v1\", \"keep\": \"P5Y\", \"basis\": \"Archives Act, section 12\"}")))
    @APIResponse(responseCode = "201", description = "Proposed")
    @APIResponse(responseCode = "400", description = "`field` names what cannot be so")
    public Uni<Response> schedule(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Terms terms) {
        return propose(Kind.SCHEDULE, key, terms);
    }

    @POST
    @Path("holds")
    @Operation(
            summary = "Holds content: nothing of it is erased",
            description = "Holds at once, for seven days; for good when approved by the second person.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Terms.class),
                            examples =
                                    @ExampleObject(
                                            name = "a partner",
                                            value = "{\"partner\": \"XBB\", \"basis\": \"Case 17/2026\"}")))
    @APIResponse(responseCode = "201", description = "Holds for a week")
    @APIResponse(responseCode = "400", description = "`field` names what cannot be so")
    public Uni<Response> hold(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Terms terms) {
        return propose(Kind.HOLD, key, terms);
    }

    @POST
    @Path("orders")
    @Operation(
            summary = "Proposes that content about one subject is erased now",
            description =
                    "Erased after the approval by the second person, as far as no hold covers it; what is held is erased when the hold is lifted.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Terms.class),
                            examples =
                                    @ExampleObject(
                                            name = "a court's order",
                                            value =
                                                    "{\"subject\": \"0b0f2c7e-1df5-4cf1-9f5c-1d5f4b8a7f10\", \"basis\": \"Order of 3 March 2026\"}")))
    @APIResponse(responseCode = "201", description = "Proposed")
    @APIResponse(responseCode = "400", description = "`field` names what cannot be so")
    public Uni<Response> order(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Terms terms) {
        return propose(Kind.ORDER, key, terms);
    }

    private Uni<Response> propose(Kind kind, @Nullable String key, @Nullable Terms terms) {
        Rulings.Actor actor = new Rulings.Actor(Person.of(caller), caller.actor());
        if (terms == null) {
            throw Problem.badRequest("", "The body is missing.");
        }
        Terms checked = terms.checked(kind);
        return rulings.propose(identifier(kind, key), kind, checked, actor).map(ruling -> {
            if (!ruling.terms().equals(checked)) {
                throw Problem.unprocessable("Idempotency-Key", "was used before with another request");
            }
            return Response.created(URI.create("/audit/retention/rulings/" + ruling.id()))
                    .tag(Integer.toString(ruling.version()))
                    .entity(ruling)
                    .build();
        });
    }

    /** The same caller's same key gives the same identifier, hence the same ruling. */
    private UUID identifier(Kind kind, @Nullable String key) {
        if (key == null) {
            return UUID.randomUUID();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.badRequest("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
        }
        String name = kind.wireName() + "\n" + caller.subject() + "\n" + key;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
