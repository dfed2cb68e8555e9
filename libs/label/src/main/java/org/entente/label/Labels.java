package org.entente.label;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What labels can say: the vocabulary against which they are read.
 *
 * @param policies levels and groups
 * @param categories of the information policy
 */
public record Labels(MarkingPolicies policies, InformationCategories categories) {

    private static final int SECONDS_PER_DAY = 86_400;

    /** The day (UTC) of an instant, counted from 1970 on: a label means the same all through it. */
    public static long day(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS_PER_DAY);
    }

    /** What a label means at an instant.
     *
     * @param defaultOriginator the nation that a label without originator comes from: the asset's, or the request's
     * @throws LabelException naming the field that says something unknown; on input an error, in a decision a denial
     */
    public NormalLabel normalise(Label label, @Nullable String defaultOriginator, Instant instant) {
        Normalisation normalisation = new Normalisation(this, defaultOriginator, day(instant));
        NormalLabel normal = normalisation.of(label);
        if (label.also() == null) {
            return normal;
        }
        for (int index = 0; index < label.also().size(); index++) {
            normal = normal.rollUp(inner(normalisation, label.also().get(index), "/also/" + index));
        }
        return normal;
    }

    private static NormalLabel inner(Normalisation normalisation, Label label, String pointer) {
        try {
            if (label.also() != null) {
                throw new LabelException("/also", "is one level deep only");
            }
            return normalisation.of(label);
        } catch (LabelException fault) {
            throw fault.under(pointer);
        }
    }
}
