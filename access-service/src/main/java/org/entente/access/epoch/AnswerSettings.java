package org.entente.access.epoch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a recorded decision may still be answered; a withdrawal under load takes as long as both together. */
@ConfigMapping(prefix = "entente.answer")
public interface AnswerSettings {

    /** From before the record is written until the answer is. */
    @WithDefault("PT0.8S")
    Duration within();

    /** What an answer that was written may need until it is read. */
    @WithDefault("PT0.1S")
    Duration travel();
}
