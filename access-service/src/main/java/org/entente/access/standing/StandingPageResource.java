package org.entente.access.standing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The same for people. */
@Path("/access/pages/standing")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class StandingPageResource {
    static final String PATH = "/access/pages/standing";

    private final Standings standings;

    StandingPageResource(Standings standings) {
        this.standings = standings;
    }

    @CheckedTemplate(basePath = "", requireTypeSafeExpressions = false)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance standing(Standing standing);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@QueryParam("partner") @Nullable String partner) {
        return standings.forCaller(partner).map(Templates::standing);
    }
}
