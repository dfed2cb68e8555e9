package org.entente.catalog.release;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.release.ReleaseKeys;
import org.entente.release.SignedManifest;
import org.entente.tlog.MalformedException;
import org.entente.tlog.SigningKey;

/** The key that signs releases, read once at the start; a service without one does not start. */
@Startup
@ApplicationScoped
class ReleaseSigning {
    private final SigningKey key;
    private final ReleaseKeys keys;

    ReleaseSigning(ReleaseConfig config) {
        key = key(config.keyFile());
        ReleaseKeys own = ReleaseKeys.of(List.of(key.verifierKey()));
        keys = config.retiredKeysFile().map(file -> own.with(retired(file))).orElse(own);
    }

    String sign(byte[] manifest) {
        return SignedManifest.sign(key, manifest);
    }

    /** What releases verify with. */
    ReleaseKeys keys() {
        return keys;
    }

    private static SigningKey key(Path file) {
        try {
            return SigningKey.parse("release", Files.readString(file));
        } catch (IOException | MalformedException unreadable) {
            throw refused("key-file", "an Ed25519 private key, PKCS #8 in PEM", file);
        }
    }

    private static ReleaseKeys retired(Path file) {
        try {
            return ReleaseKeys.parse(Files.readString(file));
        } catch (IOException | MalformedException unreadable) {
            throw refused("retired-keys-file", "a JSON Web Key Set", file);
        }
    }

    /** Says which property is wrong, and nothing of what is in the file. */
    private static IllegalStateException refused(String property, String what, Path file) {
        return new IllegalStateException("The property entente.catalog.release." + property
                + " must name a readable file of " + what + "; " + file + " is not.");
    }
}
