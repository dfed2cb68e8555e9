package org.entente.crisis.signal;

import io.smallrye.mutiny.Uni;

/** Looks at indicators whenever a signal has come and as time goes by, and does what its rules say; in a transaction of its own. */
public interface Watcher {
    Uni<Void> look();
}
