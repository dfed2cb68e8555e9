package org.entente.audit.witness;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Whether and as whom this service is a witness; without a name it is none. */
@ConfigMapping(prefix = "entente.witness")
interface WitnessConfig {

    /** The name that cosignatures carry: this service's public address without scheme, {@code xaa.example/audit/witness}. */
    Optional<String> name();

    /** The Ed25519 private key, PKCS#8 in PEM; never the log's own. */
    Optional<Path> keyFile();

    /** The logs that are watched: {@code log} lines of C2SP tlog-policy, which must have a quorum line ({@code quorum none}). */
    Optional<Path> logsFile();
}
