package org.entente.access.routing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.entente.access.epoch.DatabaseTime;
import org.entente.access.version.Contested;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Outbox;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Routing rules, in versions. */
@Path("/access/routing")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RoutingResource {
    private static final String EXAMPLE = """
            {"agencies": [{"code": "XAA-CYBER", "officers": ["xaa-liaison"], "superior": "xaa-liaison-2"}],
             "workingHours": {"zone": "Europe/Vienna", "days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
                              "from": "08:00", "until": "17:00", "holidays": ["2026-12-25"]},
             "within": {"routine": "PT40H", "urgent": "PT8H", "immediate": "PT2H"}, "aroundTheClock": ["immediate"],
             "rules": [{"categories": ["sensitive"], "agency": "XAA-CYBER", "officer": "xaa-liaison"}],
             "otherwise": "XAA-CYBER"}""";

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final Outbox outbox;
    private final ObjectMapper json;

    RoutingResource(Caller caller, Vocabulary vocabulary, Outbox outbox, ObjectMapper json) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.outbox = outbox;
        this.json = json;
    }

    /** A version of the rules, and who put it in force. */
    @RegisterForReflection
    public record View(int version, String putBy, Instant putAt, RoutingRules rules) {
        private static View of(RoutingVersion version) {
            return new View(version.version, version.putBy, version.putAt, version.rules());
        }
    }

    @PUT
    @Operation(
            summary = "Sets who answers for what, and within which time",
            description =
                    "A new version; what is under way keeps its time, and is routed by the new one when it is next.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "one agency", value = EXAMPLE)))
    public Uni<Response> put(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected, RoutingProposal proposal) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR);
        RoutingRules rules = Vocabulary.present(proposal, "").checked(vocabulary);
        String name = caller.name();
        String actor = caller.actor();
        return Panache.withTransaction(() -> newest().chain(newest -> {
                    int before = newest == null ? 0 : newest.version;
                    if (expected != null && !expected.equals("\"" + before + "\"")) {
                        throw late(newest);
                    }
                    return DatabaseTime.now()
                            .map(now -> new RoutingVersion(before + 1, rules, name, now))
                            .call(version -> version.persist().chain(() -> outbox.append(published(version, actor))));
                }))
                .onFailure(ConstraintViolationException.class)
                .recoverWithUni(
                        fault -> Panache.withSession(RoutingResource::newest).map(newest -> {
                            throw late(newest);
                        }))
                .map(version -> Contested.tagged(version.version, View.of(version)));
    }

    @GET
    @Operation(summary = "The rules in force; for the home side")
    public Uni<Response> get() {
        return read(newest());
    }

    @GET
    @Path("/versions/{version}")
    @Operation(summary = "A version of the rules; for the home side")
    public Uni<Response> get(int version) {
        return read(Uni.createFrom().deferred(() -> RoutingVersion.<RoutingVersion>findById(version)));
    }

    private Uni<Response> read(Uni<@Nullable RoutingVersion> version) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR, Role.LIAISON_OFFICER, Role.AUDITOR);
        return Panache.withSession(() -> version)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(found -> Contested.tagged(found.version, View.of(found)));
    }

    private static Uni<@Nullable RoutingVersion> newest() {
        return Uni.createFrom().deferred(() -> RoutingVersion.<RoutingVersion>find("order by version desc")
                .firstResult());
    }

    private Problem late(@Nullable RoutingVersion newest) {
        Problem problem = Problem.preconditionFailed("There is a newer version.");
        return newest == null ? problem : problem.with("current", json.valueToTree(View.of(newest)));
    }

    private Event published(RoutingVersion version, String actor) {
        return Event.of(EventTypes.ROUTING_PUBLISHED, "routing", null, actor, json.valueToTree(View.of(version)));
    }
}
