package org.entente.catalog.asset;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Withdraws an asset: for its readers as if it had never been there, for its originator a stub that says so. */
@Path("/catalog/assets/{id}/withdrawal")
@Authenticated
@Tag(name = "Assets")
class WithdrawalResource {
    private static final int LONGEST_REASON = 1_000;

    private final Withdrawals withdrawals;
    private final MarkingChanges changes;
    private final Caller caller;

    WithdrawalResource(Withdrawals withdrawals, MarkingChanges changes, Caller caller) {
        this.withdrawals = withdrawals;
        this.changes = changes;
        this.caller = caller;
    }

    /** Why an asset is withdrawn; it stays on record, so it should say nothing of the content. */
    record Withdrawal(
            @Schema(examples = "Registered by mistake.", required = true) @Nullable String reason) {
        static String requireReason(@Nullable Withdrawal withdrawal) {
            String reason = withdrawal == null ? null : withdrawal.reason();
            if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw Problem.badRequest("/reason", "must have 1 to " + LONGEST_REASON + " characters");
            }
            return reason;
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Withdraw an asset for good",
            description =
                    "All versions; the key of its content is destroyed. There is no way back. Downloads under way break"
                            + " off; once this is answered, no byte is sent any more.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Withdrawal.class),
                            examples =
                                    @ExampleObject(
                                            name = "a mistake",
                                            value = "{\"reason\": \"Registered by mistake.\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WithdrawnAsset.class)))
    @APIResponse(responseCode = "400", description = "There is no reason.")
    @APIResponse(responseCode = "404", description = "There is no such asset.")
    public Uni<WithdrawnAsset> withdraw(@PathParam("id") UUID id, @Nullable Withdrawal withdrawal) {
        caller.requireHome(Role.ORIGINATOR);
        return withdrawals
                .withdraw(id, caller.nation(), Withdrawal.requireReason(withdrawal), caller.actor())
                .call(changes::settled);
    }
}
