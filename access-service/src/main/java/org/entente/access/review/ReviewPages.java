package org.entente.access.review;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.Entered;
import org.entente.page.WireForm;
import org.jspecify.annotations.Nullable;

/** Reviews for people; each page shows what the interface shows the same caller, with forms for those who may decide. */
@Path(ReviewPages.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {
    static final String PATH = "/access/pages/reviews";

    private static final int PER_PAGE = 50;

    private final Caller caller;
    private final ReviewResource reviews;
    private final WireForm wire;
    private final Template list;
    private final Template page;

    ReviewPages(
            Caller caller,
            ReviewResource reviews,
            WireForm wire,
            @Location("reviews") Template list,
            @Location("review") Template page) {
        this.caller = caller;
        this.reviews = reviews;
        this.wire = wire;
        this.list = list;
        this.page = page;
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(
            @QueryParam("partner") @Nullable String partner, @QueryParam("offset") @Nullable String offset) {
        boolean orders = caller.has(Role.LIAISON_OFFICER) || caller.has(Role.POLICY_ADMINISTRATOR);
        Integer from = Entered.number("offset", offset);
        return reviews.list(Entered.text(partner), from == null ? 0 : from, PER_PAGE)
                .map(found -> list.data("found", wire.of(found)).data("orders", orders));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> get(UUID id) {
        boolean isOfficer = caller.has(Role.LIAISON_OFFICER);
        return reviews.get(id).map(answer -> page.data("review", wire.of(answer))
                .data("path", PATH + "/" + id)
                .data("decides", isOfficer && isOpen((ReviewView) answer.getEntity())));
    }

    private static boolean isOpen(ReviewView review) {
        return review.state() == Campaign.State.OPEN;
    }
}
