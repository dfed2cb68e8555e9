package org.entente.access.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.access.licence.Quantity;
import org.entente.access.policy.HeldLicence;

/**
 * What a decision uses of a licence.
 *
 * @param key the first use of which counts
 */
record Take(UUID decision, UUID licence, String key) {

    /** Of one that permits; an exercise uses nothing (G10). */
    static List<Take> of(Taken taken) {
        if (taken.decision().counted().isEmpty() || taken.asked().isExercise()) {
            return List.of();
        }
        List<Take> takes = new ArrayList<>();
        for (HeldLicence licence : taken.decision().counted()) {
            Quantity.Basis basis = licence.counted();
            if (basis != null) {
                takes.add(new Take(taken.id(), licence.id(), key(basis, taken)));
            }
        }
        return takes;
    }

    private static String key(Quantity.Basis basis, Taken taken) {
        return switch (basis) {
            case ACCESSES -> taken.id().toString();
            case PERSONS -> taken.asked().text("/subject/id");
            case ASSETS -> taken.asked().text("/resource/id");
        };
    }
}
