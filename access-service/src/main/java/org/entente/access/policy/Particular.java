package org.entente.access.policy;

import org.jspecify.annotations.Nullable;

/**
 * Who asks about which asset, for grants that are bound to some; empty texts are nobody and nothing.
 *
 * @param person the subject's identifier
 * @param unit of the partner's organisation
 * @param asset the resource's identifier
 */
public record Particular(String person, @Nullable String unit, String asset) {
    /** What a question about the whole catalog is about; no asset has such an identifier. */
    private static final String EVERYTHING = "*";

    /** Whether it is about labels, whatever the asset. */
    public boolean isAboutEverything() {
        return asset.equals(EVERYTHING);
    }
}
