package org.entente.catalog.discovery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How lists are made. */
@ConfigMapping(prefix = "entente.catalog.listing")
interface ListingConfig {
    /**
     * From before access-service records a page to its answer; less than {@code entente.answer.within} there, for about that is how
     * long a withdrawal waits.
     */
    @WithDefault("PT0.7S")
    Duration answerWithin();

    /** Profiles of readers whose decisions are kept, some kilobytes each. */
    @WithDefault("1000")
    int profiles();

    /** How far assets are counted; beyond, the answer is that there are at least so many. */
    @WithDefault("10000")
    int countAtMost();
}
