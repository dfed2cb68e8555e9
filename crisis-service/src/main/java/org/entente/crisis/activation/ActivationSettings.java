package org.entente.crisis.activation;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of activations. */
@ConfigMapping(prefix = "entente.activation")
interface ActivationSettings {
    /** How long a request waits for a second person before it lapses. */
    Duration confirmWithin();

    /** How often a replica looks for activations whose time is over, to tell the others. Nothing lasts longer for it. */
    Duration noticeEvery();

    /** How late that notice may be before it counts as an overrun. */
    Duration overrunAfter();
}
