package org.entente.access.epoch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a recorded decision may still be answered. */
@ConfigMapping(prefix = "entente.answer")
public interface AnswerSettings {

    /** From before the record is written to the answer; a withdrawal waits for no more than this. */
    @WithDefault("PT1S")
    Duration within();
}
