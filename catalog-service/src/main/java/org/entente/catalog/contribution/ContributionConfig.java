package org.entente.catalog.contribution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What partners may contribute, and how it is marked where they do not say it themselves. */
@ConfigMapping(prefix = "entente.catalog.contribution")
interface ContributionConfig {
    /** Objects of one contribution; the size of a request is limited by {@code entente.http.max-body-bytes}. */
    @WithDefault("5000")
    int maxObjects();

    /** Levels of nesting, the envelope being the first. */
    @WithDefault("32")
    int maxDepth();

    /** The marking policy of objects without a label of their own. */
    @WithDefault("ALLIANCE")
    String policy();

    /** The classification of objects without a label of their own, a level of that policy. */
    @WithDefault("RESTRICTED")
    String classification();
}
