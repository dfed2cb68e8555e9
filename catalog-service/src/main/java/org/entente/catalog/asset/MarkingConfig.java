package org.entente.catalog.asset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes of labels take effect. */
@ConfigMapping(prefix = "entente.catalog.marking")
public interface MarkingConfig {
    /**
     * What was found to be under unchanged labels is answered within that time or not at all; a change of labels waits as
     * long before it is answered itself, so that nothing under the old ones comes after it.
     */
    @WithDefault("PT0.7S")
    Duration answerWithin();
}
