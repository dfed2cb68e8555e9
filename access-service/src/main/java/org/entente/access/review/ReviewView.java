package org.entente.access.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.access.grant.GrantTerms;
import org.entente.access.partner.Posture;
import org.entente.access.review.Line.Decision;
import org.entente.access.usage.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as reviewers read it.
 *
 * @param late whether its time is over, so that what is undecided is dead
 * @param lines absent in a list
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewView(
        UUID id,
        Campaign.State state,
        @Nullable String partner,
        @JsonUnwrapped Campaign.About about,
        Instant openedAt,
        Instant due,
        boolean late,
        @Nullable Instant escalatedAt,
        @Nullable List<LineView> lines) {

    /**
     * A grant with what a reviewer should know.
     *
     * @param own whether it is the reader's own, who does not review it
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            UUID grant,
            long version,
            String partner,
            GrantTerms terms,
            Instant issuedAt,
            @Nullable Posture posture,
            long anomalies,
            Usage usage,
            Recommendation recommendation,
            boolean own,
            @Nullable Decision decision) {}

    static ReviewView of(Campaign campaign, Instant now, @Nullable List<LineView> lines) {
        return new ReviewView(
                campaign.id,
                campaign.state,
                campaign.partner,
                campaign.about(),
                campaign.openedAt,
                campaign.dueAt,
                campaign.state == Campaign.State.OPEN && !now.isBefore(campaign.dueAt),
                campaign.escalatedAt,
                lines);
    }
}
