package org.entente.catalog.board;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the board is kept. */
@ConfigMapping(prefix = "entente.catalog.board")
interface BoardConfig {
    /** How often it is looked whether a vote is over or a date of effect has come. */
    @WithDefault("PT5S")
    Duration every();
}
