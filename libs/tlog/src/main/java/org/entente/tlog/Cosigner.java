package org.entente.tlog;

import java.time.Instant;

/** A witness's private key: it signs checkpoints of others with the time at which it saw them (C2SP tlog-cosignature, Ed25519). */
public final class Cosigner {

    private final SigningKey key;
    private final VerifierKey verifierKey;

    private Cosigner(SigningKey key) {
        this.key = key;
        this.verifierKey = VerifierKey.ofWitness(key.name(), key.verifierKey().raw());
    }

    /** From PKCS#8 in PEM (RFC 8410); throws {@link MalformedException} if it is anything else. */
    public static Cosigner parse(String name, String pem) {
        return new Cosigner(SigningKey.parse(name, pem));
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** That as of this time, in whole seconds after 1970, this is the largest tree seen of its log, and that it grew out of all before. */
    public NoteSignature cosign(SignedCheckpoint checkpoint, Instant time) {
        long seconds = time.getEpochSecond();
        byte[] signature =
                key.sign(Cosignature.message(seconds, checkpoint.note().text()));
        return new NoteSignature(verifierKey.name(), verifierKey.id(), new Cosignature(seconds, signature).bytes());
    }
}
