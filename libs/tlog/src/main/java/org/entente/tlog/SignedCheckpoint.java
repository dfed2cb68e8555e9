package org.entente.tlog;

import java.util.List;

/** A checkpoint and the note that carries it; only a claim until {@link #verify} has passed. */
public record SignedCheckpoint(Checkpoint checkpoint, Note note) {

    /** Signed by these keys, which are more than one while one hands over to another. */
    public static SignedCheckpoint sign(Checkpoint checkpoint, SigningKey... keys) {
        return new SignedCheckpoint(checkpoint, Note.sign(checkpoint.text(), keys));
    }

    /** Throws {@link MalformedException} unless the text is a note whose text is a checkpoint. */
    public static SignedCheckpoint parse(String text) {
        Note note = Note.parse(text);
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
    }

    /** Verified if the log whose key this is signed it: the key's name is the origin, as tlog-checkpoint recommends and this log does. */
    public Verdict verify(VerifierKey key) {
        Verdict signed = note.verify(key);
        if (!signed.isVerified()) {
            return signed;
        }
        return Verdict.of(checkpoint.origin().equals(key.name()), Reason.ORIGIN_DIFFERS);
    }

    /** The same checkpoint with further signatures, as of witnesses. */
    public SignedCheckpoint with(List<NoteSignature> further) {
        return new SignedCheckpoint(checkpoint, note.with(further));
    }

    /** The note as it is sent. */
    @Override
    public String toString() {
        return note.toString();
    }
}
