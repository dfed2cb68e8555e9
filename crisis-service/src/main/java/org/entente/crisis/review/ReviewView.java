package org.entente.crisis.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.crisis.kept.Kept;
import org.jspecify.annotations.Nullable;

/**
 * A review as the home side sees it.
 *
 * @param isOverdue whether its plan needs two persons for it
 * @param facts as they are known now; once concluded, as they were known then
 * @param undecided how many recommendations wait for a decision
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewView(
        UUID id,
        UUID activation,
        UUID plan,
        State state,
        Instant openedAt,
        Instant deadline,
        @JsonProperty("overdue") boolean isOverdue,
        @Nullable Facts facts,
        List<Review.Finding> findings,
        List<RecommendationView> recommendations,
        long undecided,
        Review.@Nullable Conclusion conclusion,
        @Nullable SummaryView summary) {

    /** A recommendation, and how whoever accepts it puts it into effect. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RecommendationView(
            int number,
            int finding,
            Kind kind,
            String effectedBy,
            String title,
            JsonNode draft,
            String by,
            Instant at,
            Review.@Nullable Decided decided) {}

    /** A summary, and who is behind it. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SummaryView(
            String text,
            String proposedBy,
            Instant proposedAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {}

    static ReviewView of(Kept<Review> kept) {
        return of(kept, kept.document().facts());
    }

    static ReviewView of(Kept<Review> kept, @Nullable Facts facts) {
        Review review = kept.document();
        return new ReviewView(
                kept.id(),
                review.activation(),
                review.plan(),
                review.state(),
                review.openedAt(),
                review.deadline(),
                review.state() == State.OPEN && !kept.now().isBefore(review.deadline()),
                facts,
                review.findings(),
                review.recommendations().stream().map(ReviewView::of).toList(),
                review.recommendations().stream()
                        .filter(each -> each.decided() == null)
                        .count(),
                review.conclusion(),
                of(review.summary()));
    }

    private static RecommendationView of(Review.Recommendation each) {
        return new RecommendationView(
                each.number(),
                each.finding(),
                each.kind(),
                each.kind().effectedBy(),
                each.title(),
                each.draft(),
                each.by(),
                each.at(),
                each.decided());
    }

    private static @Nullable SummaryView of(Review.@Nullable Summary summary) {
        return summary == null
                ? null
                : new SummaryView(
                        summary.text(),
                        summary.proposedBy(),
                        summary.proposedAt(),
                        summary.publishedBy(),
                        summary.publishedAt());
    }
}
