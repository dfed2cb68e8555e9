package org.entente.crisis.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.crisis.act.Act;
import org.entente.http.Caller;
import org.jspecify.annotations.Nullable;

/** Reviews for people, on the screen and on paper; each shows what the JSON resource shows the same caller, and the forms of what they may do. */
@Path("/crisis/pages/reviews")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {
    static final String PATH = "/crisis/pages/reviews";

    private final Caller caller;
    private final ReviewResource reviews;
    private final SummaryResource summaries;

    ReviewPages(Caller caller, ReviewResource reviews, SummaryResource summaries) {
        this.caller = caller;
        this.reviews = reviews;
        this.summaries = summaries;
    }

    @CheckedTemplate(basePath = "", requireTypeSafeExpressions = false)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reviews(ReviewResource.Page page);

        static native TemplateInstance review(
                ReviewView review, long tag, String path, String person, Map<String, Boolean> may);

        static native TemplateInstance summary(SummaryResource.Published summary);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@QueryParam("cursor") @Nullable UUID cursor) {
        return reviews.list(null, cursor).map(Templates::reviews);
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@PathParam("id") UUID id) {
        boolean concludes = Act.CONCLUDE_REVIEW.isOpenTo(caller);
        boolean decides = Act.DECIDE_RECOMMENDATION.isOpenTo(caller);
        String person = caller.actor();
        return reviews.view(id)
                .map(shown -> Templates.review(
                        shown.view(),
                        shown.kept().version(),
                        PATH + "/" + id,
                        person,
                        may(shown.view(), concludes, decides, person)));
    }

    /** Which forms are of use to somebody; whether they may, each move decides when it is made. */
    private static Map<String, Boolean> may(ReviewView view, boolean concludes, boolean decides, String person) {
        boolean isOpen = view.state() == State.OPEN;
        boolean isProposed = view.state() == State.SUMMARY_PROPOSED;
        boolean isProposer =
                view.summary() != null && view.summary().proposedBy().equals(person);
        return Map.of(
                "contribute", isOpen,
                "recommend", isOpen && !view.findings().isEmpty(),
                "decide", decides,
                "conclude", concludes && isOpen && !view.findings().isEmpty(),
                "summarise", concludes && view.state() == State.CONCLUDED,
                "publish", concludes && isProposed && !isProposer,
                "reject", concludes && isProposed);
    }

    @GET
    @Path("{id}/summary")
    @Operation(hidden = true)
    public Uni<TemplateInstance> summary(@PathParam("id") UUID id) {
        return summaries.read(id).map(Templates::summary);
    }
}
