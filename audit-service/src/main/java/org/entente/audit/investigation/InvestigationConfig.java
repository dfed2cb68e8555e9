package org.entente.audit.investigation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What holds for all cases. */
@ConfigMapping(prefix = "entente.investigation")
interface InvestigationConfig {

    /** Within which time a case that nobody set a date for is to be decided. */
    @WithDefault("P3D")
    Duration due();

    /** Entries of the log in one case at most. */
    @WithDefault("10000")
    int mostEvidence();
}
