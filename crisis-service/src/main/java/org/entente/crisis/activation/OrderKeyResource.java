package org.entente.crisis.activation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public key under which activations are ordered, for whoever checks orders in the log. */
@Path("/crisis/keys/orders")
@PermitAll
@Tag(name = "Activations")
class OrderKeyResource {
    private final OrderKey key;

    OrderKeyResource(OrderKey key) {
        this.key = key;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The public key of orders, as name+id+base64 (C2SP signed-note)")
    public String key() {
        return key.publicKey();
    }
}
