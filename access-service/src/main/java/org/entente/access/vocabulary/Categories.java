package org.entente.access.vocabulary;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.entente.label.InformationCategories;

/**
 * The categories of information: those that are built in, those that this service was configured with, and those that the catalog
 * has published.
 */
public final class Categories {
    private final Set<String> configured;
    private volatile InformationCategories known;

    /**
     * Those of a configuration.
     *
     * @throws org.entente.label.LabelException where a name is misspelled or means something already
     */
    public Categories(Collection<String> configured) {
        this.configured = Set.copyOf(configured);
        this.known = InformationCategories.with(configured);
    }

    /** Those known by now. */
    public InformationCategories known() {
        return known;
    }

    /** Those there are where these are published. */
    public InformationCategories with(Collection<String> published) {
        Set<String> added = new HashSet<>(configured);
        added.addAll(published);
        return InformationCategories.with(added);
    }

    /** From now on these are the published ones. */
    void learn(Collection<String> published) {
        known = with(published);
    }
}
