package org.entente.access.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of the giver's may go: one asset, or a class of material by its labels.
 *
 * @param asset the identifier of the one asset; absent for a class
 * @param categories in all of which a label of the class may be; empty for an asset
 * @param compartments in which, and in no other, a label of the class may be; qualified by their policy
 * @param ceiling the highest classification, a level of {@code ALLIANCE}; absent for none, which only an asset may have
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Material(
        @Nullable String asset,
        List<String> categories,
        List<String> compartments,
        @Nullable String ceiling) {
    public Material {
        categories = categories == null ? List.of() : List.copyOf(categories);
        compartments = compartments == null ? List.of() : List.copyOf(compartments);
    }
}
