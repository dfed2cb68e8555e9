package org.entente.label;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The categories of the information policy and the handling rules they carry: the built-in ones and those it adds. */
public final class InformationCategories {

    /** What a label without categories is in; no agreement can cover it and no label may say it. */
    public static final String UNCATEGORISED = "uncategorised";

    /** The deepest tier: in the data room only. */
    public static final int PROTECTED_TIER = 4;

    private static final int ADDED_TIER = 3;

    private static final Map<String, Integer> BUILT_IN_TIERS = Map.of(
            "public", 0,
            "situational-awareness", 1,
            "shared-analysis", 2,
            "sensitive", 3,
            "research-methodology", PROTECTED_TIER,
            "product-design", PROTECTED_TIER,
            "supply-chain-vulnerability", PROTECTED_TIER);

    private static final InformationCategories BUILT_IN = new InformationCategories(List.of());

    private final Set<String> added;

    private InformationCategories(Collection<String> added) {
        this.added = Set.copyOf(added);
    }

    public static InformationCategories builtIn() {
        return BUILT_IN;
    }

    /** The built-in categories and the given ones.
     * @throws LabelException where a name is misspelled or means something already
     */
    public static InformationCategories with(Collection<String> added) {
        for (String category : added) {
            if (!Syntax.isCategory(category)
                    || category.equals(UNCATEGORISED)
                    || BUILT_IN_TIERS.containsKey(category)) {
                throw new LabelException("", category + " cannot be added to the categories");
            }
        }
        return new InformationCategories(added);
    }

    /** Whether a label may say it. */
    public boolean knows(String category) {
        return BUILT_IN_TIERS.containsKey(category) || added.contains(category);
    }

    /** Whether it never leaves the data room and needs the consent of both originator and owner. */
    public boolean isProtected(String category) {
        return tier(category) == PROTECTED_TIER;
    }

    /** How deep a grant must reach, 0 to 4; for what is unknown or uncategorised as deep as can be. */
    public int tier(String category) {
        return added.contains(category) ? ADDED_TIER : BUILT_IN_TIERS.getOrDefault(category, PROTECTED_TIER);
    }

    /** How deep a grant must reach for everything that the label says: its categories, and any proprietary rights. */
    public int tier(NormalLabel label) {
        return label.proprietaryOwners().isEmpty()
                ? label.categories().stream().mapToInt(this::tier).max().orElse(PROTECTED_TIER)
                : PROTECTED_TIER;
    }

    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(BUILT_IN_TIERS.keySet());
        names.addAll(added);
        return names;
    }
}
