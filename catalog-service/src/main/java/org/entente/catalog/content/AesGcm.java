package org.entente.catalog.content;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/**
 * AES-256-GCM as Tink does it: a fresh random 96-bit nonce before each ciphertext, a 128-bit tag after it.
 * The primitive is made directly from the key, without Tink's registry and its reflection, which a native image lacks.
 */
final class AesGcm {
    static final int KEY_BYTES = 32;

    private AesGcm() {}

    static Aead of(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("An AES-256 key has " + KEY_BYTES + " bytes.");
        }
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("AES-GCM is not usable on this platform.", exception);
        }
    }

    static byte[] seal(Aead aead, byte[] plain, byte[] binding) {
        try {
            return aead.encrypt(plain, binding);
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("AES-GCM is not usable on this platform.", exception);
        }
    }

    /**
     * What was sealed.
     *
     * @param part what it is, for the exception
     */
    static byte[] open(Aead aead, byte[] sealed, byte[] binding, String part) {
        try {
            return aead.decrypt(sealed, binding);
        } catch (GeneralSecurityException exception) {
            throw new IntegrityException(part);
        }
    }
}
