package org.entente.catalog.marking;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.label.MarkingPolicy;

/**
 * A marking policy as it is in force.
 *
 * @param version counts from 1; 0 for the built-in policy that nobody has published yet
 */
public record PublishedPolicy(
        @Schema(examples = "ALLIANCE") String name,
        @Schema(examples = "1") int version,
        List<MarkingPolicy.Level> levels,
        List<MarkingPolicy.Group> groups) {

    static PublishedPolicy of(MarkingPolicy policy, int version) {
        return new PublishedPolicy(policy.name(), version, policy.levels(), policy.groups());
    }

    MarkingPolicy policy() {
        return new MarkingPolicy(name, levels, groups);
    }
}
