package org.entente.catalog.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be decided if somebody asked, for the home side to see; it permits nothing.
 *
 * @param wouldPermit whether anything would go
 * @param epoch of the policy it was supposed under
 * @param view what would go
 * @param reasons why the rest would not
 * @param obligations that would be laid on it
 * @param remedies what would change it
 * @param explanation as both sides would read it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@RegisterForReflection
public record Supposition(
        boolean wouldPermit,
        long epoch,
        View view,
        List<Reason> reasons,
        List<JsonNode> obligations,
        List<JsonNode> remedies,
        JsonNode explanation) {

    /** What of the asset would go. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @RegisterForReflection
    public record View(List<String> portions, @Nullable String tearline) {}

    /** Why a portion or a tearline would not go; neither is named where there is no rule at all. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record Reason(@Nullable String portion, @Nullable String tearline, String code, String clause) {}

    @SuppressWarnings("ConstantConditions") // it comes from outside, where anything may be missing
    Supposition requireComplete() {
        if (view == null || view.portions() == null || reasons == null || obligations == null || remedies == null) {
            throw new UnclearAnswerException("The supposition is not complete.");
        }
        return this;
    }
}
