package org.entente.access.consent;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.consent.ConsentAnswers.Giving;
import org.entente.access.consent.ConsentAnswers.Refusal;
import org.entente.access.consent.ConsentAnswers.TakingBack;
import org.entente.page.Entered;
import org.entente.page.WireForm;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Questions to originators and owners for people: each page shows what the interface shows the same caller. */
@Path(ConsentPages.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ConsentPages {
    static final String PATH = "/access/pages/consents";

    private static final int PER_PAGE = 50;

    private final ConsentResource consents;
    private final WireForm wire;
    private final Template list;
    private final Template page;

    ConsentPages(
            ConsentResource consents,
            WireForm wire,
            @Location("consents") Template list,
            @Location("consent") Template page) {
        this.consents = consents;
        this.wire = wire;
        this.list = list;
        this.page = page;
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(
            @QueryParam("state") @Nullable String state, @QueryParam("cursor") @Nullable String cursor) {
        return consents.list(Entered.text(state), Entered.text(cursor), PER_PAGE)
                .map(found -> list.data("found", wire.of(found)));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> get(UUID id) {
        return consents.get(id).map(view -> page.data("consent", wire.of(view)).data("path", PATH + "/" + id));
    }

    @POST
    @Path("/{id}/giving")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> give(UUID id, @RestForm @Nullable String until) {
        return consents.give(id, new Giving(Entered.instant("/until", until))).map(done -> back(id));
    }

    @POST
    @Path("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> refuse(UUID id, @RestForm @Nullable String reason, @RestForm @Nullable String until) {
        return consents.refuse(id, new Refusal(Entered.text(reason), Entered.instant("/until", until)))
                .map(done -> back(id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> withdraw(UUID id, @RestForm @Nullable String reason) {
        return consents.withdraw(id, new TakingBack(Entered.text(reason))).map(done -> back(id));
    }

    private static Response back(UUID id) {
        return Response.seeOther(URI.create(PATH + "/" + id)).build();
    }
}
