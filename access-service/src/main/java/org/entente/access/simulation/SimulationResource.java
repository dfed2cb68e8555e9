package org.entente.access.simulation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.access.decision.Case;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Simulations: started, looked at while they run and afterwards, cancelled; by those who may propose what is simulated. */
@Path("/access/simulations")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection(
        targets = {
            Supposition.class,
            Supposition.Asked.class,
            DraftTerms.class,
            PlanTerms.class,
            AssumedActivation.class,
            SimulationView.class,
            SimulationView.Reached.class,
            ChangePage.class,
            FoundChange.class,
            Source.Origin.class,
            Change.class,
            Change.Turn.class,
            Tally.class,
            Case.Subject.class
        })
class SimulationResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final String LINES = """
            {"draft": {"plan": {"partners": ["XBB"], "purposes": ["crisis-response"], "categories": ["shared-analysis"], "tier": 2, "ceiling": "SECRET"}}}
            {"subject": {"type": "person", "id": "a3f1", "properties": {"partner": "XBB"}}, "action": {"name": "discover"}, "resource": {"type": "asset", "id": "9b2e"}}
            """;

    private final Caller caller;
    private final SuppositionReader reader;
    private final Start start;
    private final SimulationStore store;
    private final SimulationSettings settings;

    SimulationResource(
            Caller caller, SuppositionReader reader, Start start, SimulationStore store, SimulationSettings settings) {
        this.caller = caller;
        this.reader = reader;
        this.start = start;
        this.store = store;
        this.settings = settings;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Starts a simulation of a draft",
            description =
                    "Over the decisions recorded in a period, or over requests. It decides nothing and changes nothing."
                            + " Unless validity is stated, the draft counts as in force at every instant that is simulated.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Supposition.class)))
    @APIResponse(
            responseCode = "201",
            description = "It runs; Location says where to look.",
            content = @Content(schema = @Schema(implementation = SimulationView.class)))
    @APIResponse(responseCode = "400", description = "Something makes no sense; the problem names the field.")
    @APIResponse(responseCode = "413", description = "Too many requests.")
    @APIResponse(
            responseCode = "422",
            description = "No such agreement or grant, a grant too wide, too many decisions.")
    @APIResponse(responseCode = "503", description = "As many simulations as may run are running; try again later.")
    public Uni<Response> start(byte[] body) {
        return started(() -> reader.document(body));
    }

    @POST
    @Consumes(NDJSON)
    @Operation(
            summary = "Starts a simulation over a file of requests",
            description = "One JSON object per line: what is to be simulated, then one request after the other.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "plan", value = LINES)))
    @APIResponse(
            responseCode = "201",
            description = "It runs; Location says where to look.",
            content = @Content(schema = @Schema(implementation = SimulationView.class)))
    public Uni<Response> startOfLines(byte[] body) {
        return started(() -> reader.lines(body, settings.maxRequests()));
    }

    private Uni<Response> started(Callable<Supposition> reading) {
        requireReader();
        boolean mayAll = mayAll();
        String actor = caller.actor();
        return offEventLoop(reading)
                .invoke(supposition -> requireAllowed(supposition, mayAll))
                .chain(supposition -> start.of(supposition, actor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A simulation and how far it has come")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SimulationView.class)))
    @APIResponse(responseCode = "404", description = "There is none, it is forgotten, or it is none for this caller.")
    public Uni<SimulationView> get(UUID id) {
        requireReader();
        return found(id);
    }

    @GET
    @Path("/{id}/changes")
    @Operation(
            summary = "What would come out differently, listed",
            description = "In the order of the questions, complete and stable; follow next until it is absent.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChangePage.class)))
    @APIResponse(responseCode = "400", description = "A limit outside 1 to 200, or no cursor of this list.")
    public Uni<ChangePage> changes(
            UUID id,
            @QueryParam("cursor") @Parameter(description = "`next` of the page before", example = "50") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Parameter(schema = @Schema(minimum = "1", maximum = "200"))
                    String limit) {
        requireReader();
        ChangePage.Request page = ChangePage.Request.of(cursor, limit);
        // The state first: what is done by then has all its changes.
        return found(id).chain(simulation -> store.changes(id, page)
                .map(changes -> ChangePage.of(simulation.state(), changes, page)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Cancels a simulation if it runs, and forgets it")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Uni<Void> delete(UUID id) {
        requireReader();
        return store.delete(id, mayAll())
                .invoke(wasThere -> {
                    if (!wasThere) {
                        throw Problem.notFound();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<SimulationView> found(UUID id) {
        return store.find(id, mayAll()).map(found -> found.orElseThrow(Problem::notFound));
    }

    private void requireReader() {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR, Role.CRISIS_AUTHORITY);
    }

    /** A crisis authority simulates plans only. */
    private boolean mayAll() {
        return caller.has(Role.LIAISON_OFFICER) || caller.has(Role.POLICY_ADMINISTRATOR);
    }

    private static void requireAllowed(Supposition supposition, boolean mayAll) {
        DraftTerms draft = supposition.draft();
        if (!mayAll && (draft == null || !draft.isPlanOnly())) {
            throw Problem.forbidden("Your roles allow the simulation of crisis plans only.");
        }
    }

    /** Reading may take long; what follows belongs on the event loop again. */
    static <T> Uni<T> offEventLoop(Callable<T> work) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
    }
}
