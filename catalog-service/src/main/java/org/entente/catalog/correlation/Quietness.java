package org.entente.catalog.correlation;

import java.time.Instant;
import java.util.Set;
import org.entente.label.InformationCategories;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;

/** Whose label lets nobody else learn even that there is something. */
final class Quietness {
    private Quietness() {}

    /**
     * Whether no other originator may learn of a match: for what is released to nobody, what is proprietary or protected, what
     * its originator controls, and what is not understood.
     */
    static boolean isQuiet(Label label, String originator, Labels vocabulary, Instant at) {
        try {
            NormalLabel meaning = vocabulary.normalise(label, originator, at);
            InformationCategories categories = vocabulary.categories();
            return meaning.originatorControlled()
                    || !meaning.proprietaryOwners().isEmpty()
                    || meaning.categories().stream()
                            .anyMatch(category -> !categories.knows(category) || categories.isProtected(category))
                    || !meaning.releasableTo().isEveryone()
                            && Set.of(originator)
                                    .containsAll(meaning.releasableTo().codes());
        } catch (LabelException unknown) {
            return true;
        }
    }
}
