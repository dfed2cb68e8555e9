package org.entente.catalog.content;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** How content is kept. */
@ConfigMapping(prefix = "entente.catalog")
interface ContentConfig {
    /** The key-encryption key: a file of 32 random bytes in base64 ({@code openssl rand -base64 32}). There is no default. */
    Path keyFile();
}
