package org.entente.crisis.plan;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of plans. */
@ConfigMapping(prefix = "entente.plan")
interface PlanSettings {
    /** The longest span that a plan may name, for an activation or for the age of a signal. */
    Duration longest();
}
