package org.entente.audit.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the eraser looks. */
@ConfigMapping(prefix = "entente.retention")
interface RetentionConfig {

    /** Between two looks; content that is due is erased at most so late. */
    @WithDefault("PT1M")
    Duration every();
}
