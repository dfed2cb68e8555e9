package org.entente.catalog.content;

/**
 * Where key-encryption keys are kept: files, a mounted secret, or, implemented as a bean by an extension, a KMS or an HSM.
 * Several are held at a time while data keys pass from one to the next; the primary one wraps. Thread-safe.
 */
public interface KeyVault extends KeyWrapping {
    /** The name of the key that wraps from now on; names are never used again for another key. */
    String primary();

    /**
     * Looks for keys that have come or gone.
     *
     * @throws IllegalStateException if that cannot be seen now; what was held before is still held
     */
    void refresh();
}
