package org.entente.crisis.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.events.PlanAgreed;
import org.entente.events.order.Allowance;
import org.jspecify.annotations.Nullable;

/**
 * What the parties consent to, as sent, stored (in canonical form, RFC 8785) and shown. Checked by {@link TermsCheck}
 * on the way in; before that any component may be absent.
 *
 * @param name for people
 * @param partners who may see more, ISO 3166-1 alpha-3
 * @param groups of {@code ALLIANCE}, to one of which a partner must belong at the time; absent for no such demand
 * @param purposes for what, of the vocabulary
 * @param categories of what
 * @param tier how deep, 0 to 4
 * @param ceiling the highest classification, a level of {@code ALLIANCE}
 * @param maxDuration how long one activation may last, extensions included
 * @param extensions how often one activation may be extended; absent for never
 * @param allowance how long it may be in force in all, however often it is activated; absent for no such bound
 * @param criterion when one authority alone may activate
 * @param activators who may activate, and how many it takes
 * @param handling how what is shared must be handled
 * @param briefing what whoever sees it is told first
 * @param notifications who must be told, of what, by when
 * @param endsEarly what ends it before its time
 */
@RegisterForReflection(targets = {Terms.class, Allowance.class})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Terms(
        @Schema(examples = "Intrusions into power grids") String name,
        @Schema(examples = "[\"XBB\"]") List<String> partners,
        @Nullable List<String> groups,
        @Schema(examples = "[\"cyber-defence\"]") List<String> purposes,

        @Schema(examples = "[\"situational-awareness\", \"shared-analysis\"]")
        List<String> categories,

        @Schema(examples = "2") Integer tier,
        @Schema(examples = "SECRET") String ceiling,
        @Schema(examples = "PT4H") Duration maxDuration,
        @Schema(examples = "1") @Nullable Integer extensions,

        @Schema(examples = "{\"atMost\": \"PT24H\", \"within\": \"P30D\"}") @Nullable Allowance allowance,

        Criterion criterion,
        @Nullable Activators activators,

        @Schema(examples = "Not to be printed; delete after the crisis.") @Nullable String handling,

        @Schema(examples = "This is shown because lives are at stake, and for that only.") @Nullable String briefing,

        @Nullable List<Notification> notifications,
        @Nullable EarlyEnd endsEarly) {

    PlanAgreed agreed(String plan, int version) {
        return new PlanAgreed(
                plan,
                version,
                name,
                partners,
                purposes,
                categories,
                tier,
                ceiling,
                maxDuration,
                Objects.requireNonNullElse(groups, List.of()));
    }

    /** Who may activate, and how many it takes. */
    public Activators whoActivates() {
        return activators == null ? Activators.USUAL : activators;
    }

    public int mostExtensions() {
        return extensions == null ? 0 : extensions;
    }

    public List<Notification> duties() {
        return notifications == null ? List.of() : notifications;
    }
}
