package org.entente.audit.log;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.entente.tlog.SignedCheckpoint;

/** Something outside the database that remembers checkpoints of this log, so that a database older than them is noticed. */
public interface Memory {

    /** Its name, for people. */
    String name();

    /** What it remembers, newest first or last; fails while it cannot be asked. Nothing of it is believed before its signature is verified. */
    Uni<List<SignedCheckpoint>> recall();

    /** Keeps a checkpoint that has been published; a later one may overtake it. */
    Uni<Void> keep(SignedCheckpoint checkpoint);

    /** Whether nothing may be appended before this memory was asked; else it is asked as far as it answers. */
    boolean isNeeded();
}
