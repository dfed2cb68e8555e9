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

    /** The largest content of a package, without attachments. */
    @WithDefault("33554432")
    int maxBytes();

    /** The most that the attachments of a package may have together; a package of more than 4 GiB there cannot be. */
    @WithDefault("2147483648")
    long maxAttachmentBytes();

    /** Packages with attachments that are made at a time, of each replica; beyond, the answer is 503. */
    @WithDefault("4")
    int enclosedAtOnce();

    /** The largest copy that is traced. */
    @WithDefault("8388608")
    int maxCopyBytes();
}
