package org.entente.access.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How requests are kept moving. */
@ConfigMapping(prefix = "entente.requests")
interface RequestSettings {

    /** How often it is looked for what is late, has lapsed, or can be routed. */
    @WithDefault("PT5S")
    Duration every();

    /** How long a partner has to answer what it was asked before its request lapses. */
    @WithDefault("P30D")
    Duration clarifyWithin();

    /** How many requests of one partner may be open at once. */
    @WithDefault("500")
    int maxOpen();
}
