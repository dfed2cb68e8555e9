package org.entente.page;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages that every service has: what there is, where a login ends, where a log-out ends. */
@Path("/{service}/pages")
@Produces(MediaType.TEXT_HTML)
class FrontResource {
    private final Template front;
    private final Template farewell;
    private final Template refusal;

    FrontResource(
            @Location("front") Template front,
            @Location("farewell") Template farewell,
            @Location("refusal") Template refusal) {
        this.front = front;
        this.farewell = farewell;
        this.refusal = refusal;
    }

    @GET
    @Authenticated
    @Operation(hidden = true)
    public TemplateInstance front() {
        return front.instance();
    }

    /** Where the identity provider leads back to; who comes here without having been on the way elsewhere stays. */
    @GET
    @Path("/arrival")
    @Authenticated
    @Operation(hidden = true)
    public TemplateInstance arrival() {
        return front.instance();
    }

    /** The identity provider has refused; what it says is not shown, since anybody can write it into an address. */
    @GET
    @Path("/refused")
    @PermitAll
    @Operation(hidden = true)
    public Response refused() {
        return Response.status(Response.Status.FORBIDDEN)
                .entity(refusal.data("title", "No login")
                        .data("detail", "The identity provider did not log you in.")
                        .data("field", null)
                        .data("advice", null)
                        .data("hindrances", List.of())
                        .data("again", "."))
                .build();
    }

    /** The browser forgets the sessions at the other services, too. */
    @GET
    @Path("/logged-out")
    @PermitAll
    @Operation(hidden = true)
    public Response loggedOut() {
        return Response.ok(farewell.instance())
                .header("Clear-Site-Data", "\"cache\", \"cookies\"")
                .build();
    }
}
