package org.entente.catalog.content;

import com.google.crypto.tink.Aead;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key-encryption key from a file, read once at the start; a service without one does not start. */
@Startup
@ApplicationScoped
class KeyFile implements KeyProvider {
    private static final int NAME_BYTES = 8;
    private static final String WRAPPED_KEY = "data-key";
    private static final String HMAC = "HmacSHA256";

    private final Aead aead;
    private final String name;
    private final SecretKeySpec derivation;

    KeyFile(ContentConfig config) {
        byte[] key = read(config.keyFile());
        aead = AesGcm.of(key);
        name = name(key);
        derivation = new SecretKeySpec(key, HMAC);
    }

    @Override
    public WrappedKey wrap(byte[] dataKey, byte[] binding) {
        return new WrappedKey(name, AesGcm.seal(aead, dataKey, binding));
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped, byte[] binding) {
        if (!wrapped.wrappedWith().equals(name)) {
            throw new IntegrityException(WRAPPED_KEY);
        }
        return AesGcm.open(aead, wrapped.bytes(), binding, WRAPPED_KEY);
    }

    @Override
    public byte[] derive(String use) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(derivation);
            return mac.doFinal(("entente.catalog.derived-key.1 " + use).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("Every Java platform has " + HMAC + ".", exception);
        }
    }

    private static byte[] read(Path file) {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length == AesGcm.KEY_BYTES) {
                return key;
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw refused(file);
        }
        throw refused(file);
    }

    /** Says which property is wrong, and nothing of what is in the file. */
    private static IllegalStateException refused(Path file) {
        return new IllegalStateException("The property entente.catalog.key-file must name a readable file of "
                + AesGcm.KEY_BYTES + " bytes in base64; " + file + " is not.");
    }

    /** A name that tells keys apart and gives nothing of them away. */
    private static String name(byte[] key) {
        MessageDigest digest = Digests.sha256();
        digest.update("entente.catalog.key-name.1".getBytes(StandardCharsets.UTF_8));
        return "file-" + HexFormat.of().formatHex(digest.digest(key), 0, NAME_BYTES);
    }
}
