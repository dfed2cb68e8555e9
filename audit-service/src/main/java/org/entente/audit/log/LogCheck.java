package org.entente.audit.log;

import java.util.List;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.Hash;
import org.entente.tlog.MalformedException;
import org.entente.tlog.Reason;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.Verdict;
import org.entente.tlog.VerifierKey;

/**
 * What a start looks at: enough to notice another key, a lost or changed row at the growing end, or an interrupted restore, in
 * milliseconds at any size. The full audit of every tile is the verification library's.
 *
 * @param checkpoint the stored note
 * @param edge the stored growing tiles
 * @param lastLeaves leaf hashes of the entries that the growing tile of level 0 covers, recomputed from the entries
 * @param fullTiles the number of stored full tiles of level 0
 */
record LogCheck(LogHead head, String checkpoint, GrowingTree edge, List<Hash> lastLeaves, long fullTiles) {

    /** Throws {@link IllegalStateException} that says what does not belong together. */
    void pass(VerifierKey key) {
        Checkpoint signed = verified(key);
        refuseUnless(
                signed.size() == head.size() && signed.root().equals(head.root()),
                "its checkpoint is of another tree than its head");
        refuseUnless(head.isOf(edge), "its tiles do not lead to the root of its checkpoint");
        HashTile leaves = edge.edge().isEmpty()
                ? new HashTile(0, 0, List.of())
                : edge.edge().get(0);
        refuseUnless(leaves.index() == fullTiles, "full tiles are missing");
        refuseUnless(leaves.hashes().equals(lastLeaves), "its newest entries are not those of its tiles");
    }

    private Checkpoint verified(VerifierKey key) {
        try {
            SignedCheckpoint signed = SignedCheckpoint.parse(checkpoint);
            Verdict verdict = signed.verify(key);
            if (verdict instanceof Verdict.Refused refused) {
                throw refused(explain(refused.reason(), key));
            }
            refuseUnless(
                    signed.note().signatures().get(0).isBy(key),
                    "its key was handed over to a newer one, so entente.log.key-file must hold that one");
            return signed.checkpoint();
        } catch (MalformedException e) {
            throw refused("its checkpoint cannot be read, " + e.getMessage());
        }
    }

    private static String explain(Reason reason, VerifierKey key) {
        return "its checkpoint is not by the key of entente.log.key-file and entente.log.origin (" + key + "), "
                + reason.explanation();
    }

    private static void refuseUnless(boolean holds, String why) {
        if (!holds) {
            throw refused(why);
        }
    }

    private static IllegalStateException refused(String why) {
        return new IllegalStateException("The stored log is refused: " + why + ". To go on would fork it.");
    }
}
