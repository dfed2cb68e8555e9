package org.entente.crisis.plan;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.events.PlanAgreed;

/**
 * What the parties consent to, as sent, stored (in canonical form, RFC 8785) and shown. Checked by {@link TermsCheck}
 * on the way in; before that any component may be absent.
 *
 * @param name for people
 * @param partners who may see more, ISO 3166-1 alpha-3
 * @param purposes for what, of the vocabulary
 * @param categories of what
 * @param tier how deep, 0 to 4
 * @param ceiling the highest classification, a level of {@code ALLIANCE}
 * @param maxDuration how long one activation may last
 * @param criterion when one authority alone may activate
 */
@RegisterForReflection
public record Terms(
        @Schema(examples = "Intrusions into power grids") String name,
        @Schema(examples = "[\"XBB\"]") List<String> partners,
        @Schema(examples = "[\"cyber-defence\"]") List<String> purposes,

        @Schema(examples = "[\"situational-awareness\", \"shared-analysis\"]")
        List<String> categories,

        @Schema(examples = "2") Integer tier,
        @Schema(examples = "SECRET") String ceiling,
        @Schema(examples = "PT4H") Duration maxDuration,
        Criterion criterion) {

    PlanAgreed agreed(String plan, int version) {
        return new PlanAgreed(plan, version, name, partners, purposes, categories, tier, ceiling, maxDuration);
    }
}
