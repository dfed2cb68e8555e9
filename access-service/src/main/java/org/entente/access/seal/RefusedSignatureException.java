package org.entente.access.seal;

/** A signature that cannot be accepted; the message says what is wrong with it, as the end of a sentence. */
public final class RefusedSignatureException extends RuntimeException {
    public RefusedSignatureException(String why) {
        super(why, null, false, false);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
