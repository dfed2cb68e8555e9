package org.entente.catalog.tearline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.catalog.masking.Mask;
import org.entente.catalog.masking.MaskException;
import org.entente.http.Problem;
import org.entente.label.Label;
import org.jspecify.annotations.Nullable;

/**
 * What a tearline is to be.
 *
 * @param audience for whom
 * @param label its own, under which everything in it stands
 * @param portions that it is made of; absent means all that the audience does not see now, with the suggested masks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record DraftRequest(
        @Nullable Audience audience,
        @Nullable Label label,
        @Nullable List<@Nullable Selection> portions) {
    private static final int MOST_PORTIONS = 5_000;
    private static final int MOST_MASKS = 200;

    /** A selection that is complete: which portion, and which masks if stated. */
    record Chosen(String portion, @Nullable List<Mask> masks) {}

    Audience requireAudience() {
        if (audience == null) {
            throw Problem.badRequest("/audience", "is required");
        }
        return audience;
    }

    Label requireLabel() {
        if (label == null) {
            throw Problem.badRequest("/label", "is required");
        }
        return label;
    }

    /** What was chosen; absent if it is to be chosen for whom it is.
     * @throws Problem 400 naming what means nothing
     */
    @Nullable List<Chosen> chosen() {
        if (portions == null) {
            return null;
        }
        if (portions.isEmpty() || portions.size() > MOST_PORTIONS) {
            throw Problem.badRequest("/portions", "must have 1 to " + MOST_PORTIONS + " entries");
        }
        List<Chosen> chosen = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Selection selection : portions) {
            String pointer = "/portions/" + chosen.size();
            if (selection == null || selection.portion() == null || !names.add(selection.portion())) {
                throw Problem.badRequest(pointer + "/portion", "must name a portion, each once");
            }
            chosen.add(new Chosen(selection.portion(), masks(selection.masks(), pointer + "/masks")));
        }
        return chosen;
    }

    private static @Nullable List<Mask> masks(@Nullable List<@Nullable Mask> stated, String pointer) {
        if (stated == null) {
            return null;
        }
        if (stated.size() > MOST_MASKS) {
            throw Problem.badRequest(pointer, "must have at most " + MOST_MASKS + " entries");
        }
        List<Mask> masks = new ArrayList<>();
        for (Mask mask : stated) {
            try {
                Objects.requireNonNullElse(mask, Mask.removing("")).check();
            } catch (MaskException fault) {
                throw Problem.badRequest(pointer + "/" + masks.size() + fault.pointer(), fault.detail());
            }
            masks.add(Objects.requireNonNull(mask));
        }
        return masks;
    }
}
