package org.entente.audit.log;

import org.entente.tlog.Checkpoint;
import org.entente.tlog.Hash;
import org.entente.tlog.KeyChain;
import org.entente.tlog.Reason;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.Verdict;

/** A checkpoint of this log that somebody remembers, and how the stored log compares with it. */
record Remembered(String by, SignedCheckpoint signed) {

    private static final String WAYS_OUT =
            " Nothing is appended, since that would fork the log, and everyone could prove it."
                    + " Restore the database to a later point (point-in-time recovery to the last commit). If that is lost for ever, this log has ended:"
                    + " keep it for its receipts, and start another one with an empty database, another entente.log.origin and another key.";

    /** Whether the signature is by the key that was in charge then; what is not ours proves nothing against us. */
    Verdict isOurs(KeyChain keys) {
        boolean isThisLog = signed.checkpoint().origin().equals(keys.last().name());
        return isThisLog ? keys.verify(signed) : Verdict.refused(Reason.ORIGIN_DIFFERS);
    }

    /** Throws {@link RolledBackException} if the stored log is smaller. */
    void requireStored(long size) {
        Checkpoint checkpoint = signed.checkpoint();
        if (checkpoint.size() > size) {
            throw new RolledBackException("The stored log has " + size + " entries, but " + by
                    + " remembers a checkpoint of it with " + checkpoint.size()
                    + ": this database is older than what was published." + WAYS_OUT);
        }
    }

    /** Throws {@link RolledBackException} if the stored log had another tree at that size. */
    void requireSame(Hash stored) {
        Checkpoint checkpoint = signed.checkpoint();
        if (!checkpoint.root().equals(stored)) {
            throw new RolledBackException("The stored log is not the one that was published: at " + checkpoint.size()
                    + " entries its root is " + stored + ", but " + by + " remembers " + checkpoint.root() + "."
                    + WAYS_OUT);
        }
    }
}
