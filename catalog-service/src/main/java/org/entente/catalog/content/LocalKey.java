package org.entente.catalog.content;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key-encryption key that is held in memory.
 *
 * @param name tells keys apart and gives nothing of them away; the same for the same key wherever it is read from
 */
record LocalKey(String name, Aead aead) {
    private static final int NAME_BYTES = 8;

    /**
     * The key of a file of 32 bytes in base64.
     *
     * @throws IllegalStateException saying which property is wrong, and nothing of what is in the file
     */
    static LocalKey read(Path file, String property) {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length == AesGcm.KEY_BYTES) {
                return new LocalKey(name(key), AesGcm.of(key));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw refused(file, property);
        }
        throw refused(file, property);
    }

    private static IllegalStateException refused(Path file, String property) {
        return new IllegalStateException("The property " + property + " must name a readable file of "
                + AesGcm.KEY_BYTES + " bytes in base64; " + file + " is not.");
    }

    private static String name(byte[] key) {
        MessageDigest digest = Digests.sha256();
        digest.update("entente.catalog.key-name.1".getBytes(StandardCharsets.UTF_8));
        return "file-" + HexFormat.of().formatHex(digest.digest(key), 0, NAME_BYTES);
    }
}
