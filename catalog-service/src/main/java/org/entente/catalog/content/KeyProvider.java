package org.entente.catalog.content;

/** Gives keys: wrapped ones, and such as are derived for other uses. */
public interface KeyProvider extends KeyWrapping {
    /**
     * A key of 32 bytes for another use than wrapping: always the same for the same use, whatever key-encryption key is in
     * use, and no way back from it.
     */
    byte[] derive(String use);
}
