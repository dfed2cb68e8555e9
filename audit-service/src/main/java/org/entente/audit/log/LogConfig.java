package org.entente.audit.log;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What makes a log this one: its name and its key. Both are optional only so that their absence can be told clearly. */
@ConfigMapping(prefix = "entente.log")
interface LogConfig {

    /** The log's name in checkpoints: its public address without scheme and trailing slash, {@code localhost:8443/audit/log}. */
    Optional<String> origin();

    /** The Ed25519 private key, PKCS#8 in PEM. */
    Optional<Path> keyFile();
}
