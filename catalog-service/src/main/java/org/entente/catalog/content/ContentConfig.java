package org.entente.catalog.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How content is kept. There is no default for keys: either a file or a folder must be named. */
@ConfigMapping(prefix = "entente.catalog")
interface ContentConfig {
    /** The key-encryption key: a file of 32 random bytes in base64 ({@code openssl rand -base64 32}). */
    Optional<Path> keyFile();

    /** Keys replaced by that one, as long as something is wrapped with them. */
    Optional<List<Path>> retiredKeyFiles();

    /** A folder of such files, in place of the above: a mounted secret. */
    Optional<Path> keyDirectory();

    /** How often is looked for keys that have come or gone. */
    @WithDefault("PT10S")
    Duration keyRefresh();
}
