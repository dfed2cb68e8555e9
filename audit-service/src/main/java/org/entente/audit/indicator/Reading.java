package org.entente.audit.indicator;

import java.util.List;
import org.entente.audit.follow.Logged;

/** Reads the events of one kind of act: of events of other services the few fields that are needed, as far as they are there. */
interface Reading {

    /** What the entry may touch; nothing for entries that say nothing here. */
    List<Open.Key> touched(Logged entry);

    /** Counts what has ended with the entry, and notes what has begun; only for entries that touch something. */
    void read(Logged entry, Books books, Tally tally);
}
