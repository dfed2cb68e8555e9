package org.entente.catalog.information;

import java.util.List;
import java.util.Set;
import org.entente.label.InformationCategories;
import org.entente.label.Label;
import org.entente.label.LabelException;

/** Which categories need rights owners: without one, nobody could ever give the consent that they ask for. */
public final class RightsOwners {
    private final InformationCategories vocabulary;
    private final Set<String> alsoRequired;

    RightsOwners(InformationCategories vocabulary, Set<String> alsoRequired) {
        this.vocabulary = vocabulary;
        this.alsoRequired = Set.copyOf(alsoRequired);
    }

    /** The built-in categories: the protected ones need owners. */
    public static RightsOwners builtIn() {
        return new RightsOwners(InformationCategories.builtIn(), Set.of());
    }

    /** Makes sure that the label names owners where it must.
     * @throws LabelException naming the field
     */
    public void require(Label label) {
        requireAlone(label);
        List<Label> also = label.also();
        for (int index = 0; also != null && index < also.size(); index++) {
            try {
                requireAlone(also.get(index));
            } catch (LabelException fault) {
                throw fault.under("/also/" + index);
            }
        }
    }

    /** Whether labels in the category must name owners. */
    public boolean areRequiredIn(String category) {
        return alsoRequired.contains(category) || vocabulary.knows(category) && vocabulary.isProtected(category);
    }

    private void requireAlone(Label label) {
        boolean hasOwner =
                label.proprietaryOwners() != null && !label.proprietaryOwners().isEmpty();
        if (hasOwner || label.categories() == null) {
            return;
        }
        for (String category : label.categories()) {
            if (areRequiredIn(category)) {
                throw new LabelException(
                        "/proprietaryOwners", "must name the owners of the rights in the category " + category);
            }
        }
    }
}
