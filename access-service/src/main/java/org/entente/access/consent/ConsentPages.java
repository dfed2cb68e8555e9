package org.entente.access.consent;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.Entered;
import org.entente.page.WireForm;
import org.jspecify.annotations.Nullable;

/** Questions to originators and owners for people: each page shows what the interface shows the same caller. */
@Path(ConsentPages.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ConsentPages {
    static final String PATH = "/access/pages/consents";

    private static final int PER_PAGE = 50;

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final ConsentResource consents;
    private final WireForm wire;
    private final Template list;
    private final Template page;

    ConsentPages(
            Caller caller,
            Vocabulary vocabulary,
            ConsentResource consents,
            WireForm wire,
            @Location("consents") Template list,
            @Location("consent") Template page) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.consents = consents;
        this.wire = wire;
        this.list = list;
        this.page = page;
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(
            @QueryParam("state") @Nullable String state, @QueryParam("cursor") @Nullable String cursor) {
        boolean asks = caller.isHome() && (caller.has(Role.LIAISON_OFFICER) || caller.has(Role.ORIGINATOR));
        return consents.list(Entered.text(state), Entered.text(cursor), PER_PAGE)
                .map(found -> list.data("found", wire.of(found))
                        .data("asks", asks)
                        .data("purposes", new TreeSet<>(vocabulary.purposes())));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> get(UUID id) {
        return consents.get(id).map(view -> page.data("consent", wire.of(view)).data("path", PATH + "/" + id));
    }
}
