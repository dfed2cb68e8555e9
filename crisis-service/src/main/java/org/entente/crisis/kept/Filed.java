package org.entente.crisis.kept;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A document, and what it is found by. */
public interface Filed {
    /** The name of its state. */
    String filedAs();

    /** When the clock has something to do with it; absent for never. */
    @Nullable Instant filedUntil();
}
