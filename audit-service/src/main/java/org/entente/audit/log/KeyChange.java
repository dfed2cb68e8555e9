package org.entente.audit.log;

import org.entente.tlog.Handover;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/** That at this start a newer key takes over from the one that signed the stored log. */
record KeyChange(VerifierKey previous, Handover handover) {

    /** Empty unless a previous key is configured, the newest checkpoint is by it, and the current key has not signed yet. */
    static @Nullable KeyChange of(LogKeys keys, LogHead head) {
        if (keys.previous().isEmpty() || head.checkpoint() == null) {
            return null;
        }
        SignedCheckpoint newest = SignedCheckpoint.parse(head.checkpoint());
        VerifierKey previous = keys.previous().get().verifierKey();
        if (keys.areInChargeOf(newest) || !newest.verify(previous).isVerified()) {
            return null;
        }
        Handover handover = Handover.sign(keys.previous().get(), keys.current(), head.size() + 1);
        return new KeyChange(previous, handover);
    }
}
