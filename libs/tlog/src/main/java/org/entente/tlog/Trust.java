package org.entente.tlog;

/** Whose checkpoints are believed. */
@FunctionalInterface
public interface Trust {

    /** Verified if this checkpoint is believed. */
    Verdict verify(SignedCheckpoint checkpoint);

    /** In one key alone. */
    static Trust in(VerifierKey key) {
        return checkpoint -> checkpoint.verify(key);
    }
}
