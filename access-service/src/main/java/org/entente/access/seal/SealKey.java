package org.entente.access.seal;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.tlog.MalformedException;
import org.entente.tlog.SigningKey;

/** Reads the key with which this service seals acts; in production there is no start without it, and no default. */
class SealKey {
    private static final String PROPERTY = "entente.agreement.seal-key-file";
    /** SubjectPublicKeyInfo with the algorithm id-Ed25519 (RFC 8410 section 4), up to the 32 bytes of the key. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    @Produces
    @Singleton
    Seal seal(@ConfigProperty(name = PROPERTY) Optional<Path> file) {
        if (file.isEmpty() && LaunchMode.current() != LaunchMode.NORMAL) {
            return seal(SigningKey.generate());
        }
        Path path = file.orElseThrow(() -> new IllegalStateException("The property " + PROPERTY
                + " is not set: acts of parties without a key are sealed with an Ed25519 private key, PKCS#8 in PEM."));
        try {
            return seal(Files.readString(path));
        } catch (IOException fault) {
            throw new IllegalStateException("The file of the property " + PROPERTY + " cannot be read: " + path, fault);
        } catch (MalformedException fault) {
            throw new IllegalStateException(
                    "The property " + PROPERTY + " (" + path + ") makes no key: " + fault.getMessage() + ".", fault);
        }
    }

    static Seal seal(String pem) {
        byte[] raw = SigningKey.parse("seal", pem).verifierKey().raw();
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            PrivateKey key = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
            byte[] encoded = java.util.Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + raw.length);
            System.arraycopy(raw, 0, encoded, X509_PREFIX.length, raw.length);
            return new Seal(key, PublicJwk.of(keys.generatePublic(new X509EncodedKeySpec(encoded))));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("Every Java platform from 15 on has Ed25519.", fault);
        }
    }
}
