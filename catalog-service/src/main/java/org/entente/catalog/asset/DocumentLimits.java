package org.entente.catalog.asset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a document may be. */
@ConfigMapping(prefix = "entente.catalog.document")
interface DocumentLimits {
    @WithDefault("5000")
    int maxPortions();
}
