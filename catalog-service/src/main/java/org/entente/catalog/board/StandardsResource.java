package org.entente.catalog.board;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.catalog.ownership.Ownership;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Schemas and exchange profiles: the newest version of each is in force. */
@Path("/catalog/standards/{kind}/{name}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Standards board")
class StandardsResource {
    private final StandardStore store;
    private final Caller caller;

    StandardsResource(StandardStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /**
     * A document with its owner.
     *
     * @param owner the home nation, or {@code ALLIANCE} until its board is constituted
     */
    record Draft(
            @Schema(examples = "XAA") @Nullable String owner,
            @Schema(type = SchemaType.OBJECT) @Nullable JsonNode document) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put a schema or an exchange profile of one's own in force")
    @APIResponse(responseCode = "200", description = "This version is in force.")
    @APIResponse(responseCode = "409", description = "It is the board's, or another's.")
    public Uni<Standard> put(@PathParam("kind") String kind, @PathParam("name") String name, @Nullable Draft draft) {
        caller.requireHome(Role.POLICY_ADMINISTRATOR);
        Kind known = known(kind);
        if (draft == null || draft.document() == null) {
            throw Problem.badRequest("/document", "is required");
        }
        String owner = draft.owner() == null ? caller.nation() : draft.owner();
        if (!owner.equals(caller.nation()) && !owner.equals(Ownership.ALLIANCE)) {
            throw Problem.badRequest("/owner", "is neither the home nation nor the alliance");
        }
        Standard.require(known, name, draft.document(), "/document");
        return store.put(new Standard.Put(known, name, owner, draft.document()), caller.actor())
                .chain(() -> store.find(known, name))
                .map(Optional::orElseThrow);
    }

    @GET
    @Operation(summary = "The one in force")
    @APIResponse(responseCode = "404", description = "There is none.")
    public Uni<Standard> get(@PathParam("kind") String kind, @PathParam("name") String name) {
        return store.find(known(kind), name).map(found -> found.orElseThrow(Problem::notFound));
    }

    private static Kind known(String kind) {
        return Kind.of(kind).filter(Kind::isStandard).orElseThrow(Problem::notFound);
    }
}
