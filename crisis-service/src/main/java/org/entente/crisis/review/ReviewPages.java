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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Reviews for people, on the screen and on paper; each page shows what the JSON resource shows the same caller. */
@Path("/crisis/pages/reviews")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {
    static final String PATH = "/crisis/pages/reviews";

    private final ReviewResource reviews;
    private final SummaryResource summaries;

    ReviewPages(ReviewResource reviews, SummaryResource summaries) {
        this.reviews = reviews;
        this.summaries = summaries;
    }

    @CheckedTemplate(basePath = "", requireTypeSafeExpressions = false)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reviews(ReviewResource.Page page);

        static native TemplateInstance review(ReviewView review);

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
        return reviews.view(id).map(shown -> Templates.review(shown.view()));
    }

    @GET
    @Path("{id}/summary")
    @Operation(hidden = true)
    public Uni<TemplateInstance> summary(@PathParam("id") UUID id) {
        return summaries.read(id).map(Templates::summary);
    }
}
