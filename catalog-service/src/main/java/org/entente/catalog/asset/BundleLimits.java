package org.entente.catalog.asset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.entente.label.stix.Limits;

/** How large a bundle may be; the size of a request is limited by {@code entente.http.max-body-bytes}. */
@ConfigMapping(prefix = "entente.catalog.bundle")
interface BundleLimits {
    /** Objects and separately marked properties together. */
    @WithDefault("50000")
    int maxPortions();

    /** Levels of nesting, the bundle being the first. */
    @WithDefault("32")
    int maxDepth();

    default Limits limits() {
        return new Limits(maxPortions(), maxDepth());
    }
}
