package org.entente.audit.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What makes a log this one, and where it is remembered. Name and key are optional only so that their absence can be told clearly. */
@ConfigMapping(prefix = "entente.log")
interface LogConfig {

    /** The log's name in checkpoints: its public address without scheme and trailing slash, {@code localhost:8443/audit/log}. */
    Optional<String> origin();

    /** The Ed25519 private key, PKCS#8 in PEM. */
    Optional<Path> keyFile();

    /** The key before that one, as long as the log is signed by both; with it, a log of that key is handed over at the next start. */
    Optional<Path> previousKeyFile();

    /** Where the newest checkpoint is kept outside the database, so that an older database is noticed. */
    Anchor anchor();

    /** Outside the database. */
    interface Anchor {

        /** A compacted Kafka topic, made at the first start where the broker allows it. */
        @WithDefault("entente.audit.checkpoints")
        String topic();

        /** How long Kafka may take for it, each time. */
        @WithDefault("10S")
        Duration patience();

        /** A file, on another volume than the database's; for installations of one replica. */
        Optional<Path> file();
    }
}
