package org.entente.catalog.asset;

import java.util.Map;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.InternedLabel;

/**
 * The labels that something of an asset stands under.
 *
 * @param byId by their identifiers
 * @param counts how many portions stand under each, by identifier
 */
public record AssetLabels(Map<String, InternedLabel> byId, Map<String, Integer> counts) {

    /** The digest of the set of them. */
    public String digest() {
        return LabelSet.digest(byId.keySet());
    }

    /**
     * The label of that identifier.
     *
     * @throws IntegrityException if there is none, or if it is not what was stored
     */
    public InternedLabel get(String id) {
        InternedLabel label = byId.get(id);
        if (label == null) {
            throw new IntegrityException("label " + id);
        }
        return label.requireIntact();
    }
}
