package org.entente.catalog.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How attachments come in; how large they may be, {@code entente.http.max-streamed-bytes} says. */
@ConfigMapping(prefix = "entente.catalog.attachment")
interface AttachmentConfig {
    /** Each is a row of its own, and so much of an attachment is in memory at a time. */
    @WithDefault("1048576")
    int chunkBytes();

    /** Uploads at a time, of each replica; beyond, the answer is 503. */
    @WithDefault("8")
    int uploadsAtOnce();

    /** How long an upload waits to be taken into an asset before it is forgotten. */
    @WithDefault("PT24H")
    Duration keptFor();
}
