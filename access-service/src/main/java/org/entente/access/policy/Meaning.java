package org.entente.access.policy;

import org.entente.label.InformationCategories;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;

/** What a label means for decisions on one day; the same label means the very same, so that identity is equality. */
public final class Meaning {
    private final NormalLabel label;
    private final int tier;
    private final boolean isProtected;
    private final int[] categories;

    Meaning(NormalLabel label, Labels labels, Words words) {
        this.label = label;
        this.tier = labels.categories().tier(label);
        this.isProtected = isProtected(label, labels.categories());
        this.categories = label.categories().stream().mapToInt(words::number).toArray();
    }

    public NormalLabel label() {
        return label;
    }

    /** How deep a grant must reach, 0 to 4. */
    public int tier() {
        return tier;
    }

    /** Whether it is proprietary or in a protected category. */
    public boolean isProtected() {
        return isProtected;
    }

    /** Its categories by their numbers; never none. */
    int[] categories() {
        return categories;
    }

    private static boolean isProtected(NormalLabel label, InformationCategories categories) {
        return !label.proprietaryOwners().isEmpty()
                || label.categories().stream()
                        .anyMatch(category -> categories.knows(category) && categories.isProtected(category));
    }
}
