package org.entente.catalog.release;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How releases are signed, and how much is looked at to trace one. */
@ConfigMapping(prefix = "entente.catalog.release")
interface ReleaseConfig {
    /** The signing key: an Ed25519 private key, PKCS #8 in PEM ({@code openssl genpkey -algorithm ed25519}). There is no default. */
    Path keyFile();

    /** Public keys that signed before, a JSON Web Key Set: packages of theirs still verify. */
    Optional<Path> retiredKeysFile();

    /** The largest content of a package. */
    @WithDefault("33554432")
    int maxBytes();

    /** The largest copy that is traced. */
    @WithDefault("8388608")
    int maxCopyBytes();
}
