package org.entente.tlog;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** One signature line of a note: the key's name and ID, and what that key made of the text. */
public final class NoteSignature {

    private static final String START = "— ";

    private final String name;
    private final int keyId;
    private final byte[] signature;

    NoteSignature(String name, int keyId, byte[] signature) {
        this.name = VerifierKey.requireName(name);
        this.keyId = keyId;
        this.signature = signature;
    }

    static NoteSignature of(String text, SigningKey key) {
        return new NoteSignature(key.name(), key.verifierKey().id(), key.sign(text));
    }

    static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(START) || space < START.length()) {
            throw new MalformedException("a signature line has a dash, a name and a signature");
        }
        byte[] bytes = StrictBase64.decode(line.substring(space + 1), "a signature");
        if (bytes.length <= Integer.BYTES) {
            throw new MalformedException("a signature has a key ID and more");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int keyId = buffer.getInt();
        byte[] signature = new byte[buffer.remaining()];
        buffer.get(signature);
        return new NoteSignature(line.substring(START.length(), space), keyId, signature);
    }

    /** The name of the key that it claims to be by. */
    public String name() {
        return name;
    }

    /** Whether it claims to be by this key; only {@link Note#verify} tells whether it is. */
    public boolean isBy(VerifierKey key) {
        return name.equals(key.name()) && keyId == key.id();
    }

    boolean isOf(String text, VerifierKey key) {
        return key.verifies(text, signature);
    }

    /** When a witness made it, as it says itself; empty for a signature of another kind. */
    public Optional<Instant> time() {
        return Cosignature.parse(signature).map(cosignature -> Instant.ofEpochSecond(cosignature.time()));
    }

    /** The line as it is sent, newline included. */
    public String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return START + name + " " + StrictBase64.encode(bytes) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }
}
