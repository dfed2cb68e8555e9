package org.entente.audit.log;

import java.util.Optional;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.SigningKey;

/** The keys that sign this log: the one in charge, and beside it for a while the one before. */
record LogKeys(SigningKey current, Optional<SigningKey> previous) {

    String origin() {
        return current.name();
    }

    /** Signed by all keys, so that whoever knows only the old one still believes it. */
    SignedCheckpoint sign(Checkpoint checkpoint) {
        SigningKey[] signers =
                previous.map(old -> new SigningKey[] {current, old}).orElseGet(() -> new SigningKey[] {current});
        return SignedCheckpoint.sign(checkpoint, signers);
    }

    /** Whether our key signed first: if not, it has been handed over to a newer one, beside which ours may still sign. */
    boolean areInChargeOf(SignedCheckpoint newest) {
        return newest.note().signatures().get(0).isBy(current.verifierKey());
    }
}
