package org.entente.catalog.contribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.contribution.StoredContributions.Listed;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** For the home side: what partners contributed, and what of it is kept apart and why. */
@Path("/catalog/contributions")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contributions")
class ContributionsResource {
    private static final int MOST = 200;
    private static final Instant NEWEST =
            OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toInstant();

    private final StoredContributions contributions;
    private final Caller caller;

    ContributionsResource(StoredContributions contributions, Caller caller) {
        this.contributions = contributions;
        this.caller = caller;
    }

    /**
     * A page of contributions, newest first.
     *
     * @param next identifier after which the next page begins; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Page(List<Listed> contributions, @Nullable UUID next) {}

    @GET
    @Operation(
            summary = "List what partners contributed",
            description = "Newest first; follow next until it is absent.")
    @APIResponse(responseCode = "400", description = "A limit outside 1 to 200, or no contribution to go on from.")
    public Uni<Page> list(
            @QueryParam("cursor") @Nullable UUID cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        caller.requireHome(Role.ORIGINATOR, Role.LIAISON_OFFICER, Role.AUDITOR);
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "must be a number from 1 to " + MOST);
        }
        return from(cursor)
                .chain(start -> contributions.page(start, cursor == null ? new UUID(0, 0) : cursor, limit + 1))
                .map(found -> page(found, limit));
    }

    private Uni<Instant> from(@Nullable UUID cursor) {
        return cursor == null
                ? Uni.createFrom().item(NEWEST)
                : contributions.find(cursor, false).map(found -> found.map(Contribution::received)
                        .orElseThrow(() -> Problem.badRequest("cursor", "is not a cursor of this list")));
    }

    private static Page page(List<Listed> found, int limit) {
        boolean isMore = found.size() > limit;
        return new Page(
                isMore ? found.subList(0, limit) : found,
                isMore ? found.get(limit - 1).id() : null);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "A contribution, object by object",
            description = "Originators see what is kept apart as well, as it came.")
    @APIResponse(responseCode = "404", description = "There is no such contribution.")
    public Uni<Contribution> find(@PathParam("id") UUID id) {
        caller.requireHome(Role.ORIGINATOR, Role.LIAISON_OFFICER, Role.AUDITOR);
        return contributions.find(id, caller.has(Role.ORIGINATOR)).map(found -> found.orElseThrow(Problem::notFound));
    }
}
