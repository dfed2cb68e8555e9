package org.entente.tlog;

import java.nio.ByteBuffer;
import java.util.Optional;

/** What a witness signs, and how it writes it: the time, then an Ed25519 signature over time and checkpoint (C2SP tlog-cosignature, version 1). */
record Cosignature(long time, byte[] signature) {

    private static final int SIGNATURE_LENGTH = 64;

    /** Empty unless it is a timestamp that the specification allows, not zero, and a signature. */
    static Optional<Cosignature> parse(byte[] bytes) {
        if (bytes.length != Long.BYTES + SIGNATURE_LENGTH) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long time = buffer.getLong();
        byte[] signature = new byte[SIGNATURE_LENGTH];
        buffer.get(signature);
        return time > 0 ? Optional.of(new Cosignature(time, signature)) : Optional.empty();
    }

    static String message(long time, String text) {
        return "cosignature/v1\ntime " + time + "\n" + text;
    }

    String message(String text) {
        return message(time, text);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(time)
                .put(signature)
                .array();
    }
}
