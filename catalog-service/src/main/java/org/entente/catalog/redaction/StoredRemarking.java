package org.entente.catalog.redaction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.approval.History;
import org.entente.catalog.content.InternedLabel;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to mark portions anew.
 *
 * @param change of the asset's labels that was the newest when it was proposed: what it says it says of those
 * @param steps which portions get which label
 */
record StoredRemarking(
        UUID id, UUID asset, int version, long change, Kind kind, List<Step> steps, Instant proposed, History history) {

    /**
     * Portions that get a label.
     *
     * @param portions their identifiers
     * @param title whether title and purpose note get it too
     */
    record Step(List<String> portions, boolean title, InternedLabel label) {}

    StoredRemarking with(History other) {
        return new StoredRemarking(id, asset, version, change, kind, steps, proposed, other);
    }

    /** All portions that are concerned. */
    List<String> portions() {
        return steps.stream().flatMap(step -> step.portions().stream()).toList();
    }

    /** The label that the title gets; absent if it keeps its own. */
    @Nullable InternedLabel titleLabel() {
        return steps.stream().filter(Step::title).map(Step::label).findFirst().orElse(null);
    }
}
