package org.entente.catalog.asset;

import java.time.Instant;
import org.entente.catalog.information.RightsOwners;
import org.entente.catalog.marking.Refused;
import org.entente.http.Problem;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Where and when an asset comes in.
 *
 * @param nation the originator
 * @param actor who registers it, {@code name@nation}
 * @param at when
 * @param vocabulary what labels can say at that time
 * @param owners which of them must name owners of rights
 */
record Origin(String nation, String actor, Instant at, Labels vocabulary, RightsOwners owners) {

    /** Makes sure that the label means something now, and names owners where it must.
     * @throws LabelException naming what does not
     */
    void require(Label label) {
        vocabulary.normalise(label, nation, at);
        owners.require(label);
    }

    /** The label, which means something now.
     * @throws Problem 400 naming the field
     */
    Label known(@Nullable Label label, String pointer) {
        if (label == null) {
            throw Problem.badRequest(pointer, "is required");
        }
        try {
            require(label);
            return label;
        } catch (LabelException fault) {
            throw Refused.because(fault.under(pointer));
        }
    }
}
