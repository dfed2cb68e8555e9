package org.entente.catalog.content;

/** Keeps the key-encryption key and wraps data keys with it, so that the key itself never has to leave where it is kept. */
public interface KeyProvider {
    /**
     * Wraps a data key.
     *
     * @param binding must be given again to unwrap; it is authenticated, not kept
     */
    WrappedKey wrap(byte[] dataKey, byte[] binding);

    /**
     * The data key again.
     *
     * @throws IntegrityException if it was wrapped by another key, with another binding, or was changed since
     */
    byte[] unwrap(WrappedKey wrapped, byte[] binding);

    /** A key of 32 bytes for another use than wrapping: always the same for the same use, and no way back from it. */
    byte[] derive(String use);
}
