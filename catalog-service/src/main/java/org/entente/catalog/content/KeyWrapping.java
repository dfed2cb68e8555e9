package org.entente.catalog.content;

/** Wraps keys with a key-encryption key, so that the latter never has to leave where it is kept. */
public interface KeyWrapping {
    /**
     * Wraps a key with the primary key-encryption key.
     *
     * @param binding must be given again to unwrap; it is authenticated, not kept
     */
    WrappedKey wrap(byte[] key, byte[] binding);

    /**
     * The key again.
     *
     * @throws IntegrityException if it was wrapped by a key not held here, with another binding, or was changed since
     */
    byte[] unwrap(WrappedKey wrapped, byte[] binding);
}
