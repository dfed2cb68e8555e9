package org.entente.audit.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much an export may take. */
@ConfigMapping(prefix = "entente.history")
interface HistoryConfig {

    /** Lines of one export at most; its manifest says where the next one goes on. */
    @WithDefault("1000000")
    long exportLines();

    /** Exports at once on each replica; a further one is told to come back (503). */
    @WithDefault("4")
    int exportsAtOnce();
}
