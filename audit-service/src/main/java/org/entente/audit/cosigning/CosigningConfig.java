package org.entente.audit.cosigning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Who cosigns this log's checkpoints, and how often they are asked. */
@ConfigMapping(prefix = "entente.log.witnesses")
interface CosigningConfig {

    /** Witnesses with their addresses, groups and the quorum, as C2SP tlog-policy; its {@code log} lines mean nothing here. */
    Optional<Path> policyFile();

    /** Between two rounds, in which all witnesses are asked about one checkpoint. */
    @WithDefault("1S")
    Duration every();

    /** What one witness may take for one answer; a slower one has failed. */
    @WithDefault("5S")
    Duration patience();
}
