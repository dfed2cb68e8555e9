package org.entente.access.review;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.grant.Narrower;
import org.entente.access.review.DecisionsResource.Bulk;
import org.entente.access.review.DecisionsResource.Stated;
import org.entente.access.review.ReviewResource.Order;
import org.entente.access.version.Contested;
import org.entente.page.Entered;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What people do in reviews; each form does what the interface does, and leads back to the review. */
@Path(ReviewPages.PATH)
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class ReviewForms {
    private final ReviewResource reviews;
    private final DecisionsResource decisions;
    private final ClosingResource closing;
    private final Contested contested;

    ReviewForms(ReviewResource reviews, DecisionsResource decisions, ClosingResource closing, Contested contested) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.closing = closing;
        this.contested = contested;
    }

    /** What is to become of one grant, or of several. */
    record Decided(
            @RestForm @Nullable String tag,
            @RestForm @Nullable String verdict,
            @RestForm @Nullable String tier,
            @RestForm @Nullable String categories,
            @RestForm @Nullable String purposes,
            @RestForm @Nullable String until,
            @RestForm @Nullable String next,
            @RestForm @Nullable String reason) {
        /** What it is narrowed to counts only where it is narrowed: the fields are there for every verdict. */
        Stated stated(String pointer) {
            Verdict meant = Entered.one(pointer + "/verdict", verdict, Verdict.values(), each -> each.name()
                    .toLowerCase(Locale.ROOT));
            return new Stated(
                    meant,
                    meant == Verdict.NARROW ? narrower(pointer + "/to") : null,
                    Entered.instant(pointer + "/next", next),
                    Entered.text(reason));
        }

        private Narrower narrower(String pointer) {
            return new Narrower(
                    Entered.number(pointer + "/tier", tier),
                    Entered.words(categories),
                    Entered.words(purposes),
                    Entered.instant(pointer + "/until", until),
                    null,
                    null,
                    null,
                    null);
        }
    }

    @POST
    @Operation(hidden = true)
    public Uni<Response> order(
            @RestForm @Nullable String partner, @RestForm @Nullable String title, @RestForm @Nullable String days) {
        Integer within = Entered.number("/within", days);
        Order order =
                new Order(Entered.text(partner), Entered.text(title), within == null ? null : Duration.ofDays(within));
        return reviews.order(order)
                .map(done -> seeOther(done.getLocation().getPath().replaceFirst("^/access/", "/access/pages/")));
    }

    @POST
    @Path("/{id}/decisions/{grant}")
    @Operation(hidden = true)
    public Uni<Response> decide(UUID id, UUID grant, @BeanParam Decided form) {
        contested.seen(form.tag());
        return decisions.decide(id, grant, form.stated("")).map(done -> seeOther(path(id) + "#line-" + grant));
    }

    @POST
    @Path("/{id}/decisions")
    @Operation(hidden = true)
    public Uni<Response> decideAll(UUID id, @RestForm("grant") @Nullable List<UUID> grants, @BeanParam Decided form) {
        return decisions
                .decide(id, new Bulk(grants == null ? List.of() : grants, form.stated("/decision")))
                .map(done -> seeOther(path(id)));
    }

    @POST
    @Path("/{id}/closing")
    @Operation(hidden = true)
    public Uni<Response> close(UUID id, @RestForm @Nullable String tag) {
        contested.seen(tag);
        return closing.close(id).map(done -> seeOther(path(id)));
    }

    private static String path(UUID id) {
        return ReviewPages.PATH + "/" + id;
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
