package org.entente.access.usage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How use is measured, and when it says something. */
@ConfigMapping(prefix = "entente.usage")
public interface UsageSettings {

    /** How often decisions on record are added up. */
    @WithDefault("PT2S")
    Duration every();

    /** How long a grant must have been held before what was not used of it counts as not needed. */
    @WithDefault("P30D")
    Duration observed();

    /** How long ago the last use may lie to count as one. */
    @WithDefault("P180D")
    Duration recent();
}
