package org.entente.access.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reviews are kept going. */
@ConfigMapping(prefix = "entente.reviews")
interface ReviewSettings {

    /** How often it is looked for what is to be opened, reminded of, or late. */
    @WithDefault("PT5S")
    Duration every();

    /** How long a campaign that an event opens may last before its grants are dead until they are reviewed. */
    @WithDefault("P14D")
    Duration within();

    /** When a grant that is kept is to be reviewed next, unless the reviewer says otherwise. */
    @WithDefault("P180D")
    Duration keepFor();

    /** How long before the end of an agreement what is held under it is reviewed. */
    @WithDefault("P30D")
    Duration beforeEnd();

    /** How long an anomaly counts. */
    @WithDefault("P90D")
    Duration anomalies();
}
