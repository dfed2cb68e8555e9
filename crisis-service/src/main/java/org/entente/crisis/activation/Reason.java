package org.entente.crisis.activation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.crisis.input.Field;
import org.jspecify.annotations.Nullable;

/** Why something is ended, for the record and for the parties. */
@RegisterForReflection
record Reason(
        @Schema(examples = "The substations are back under control")
        String reason) {
    static final int MAX = 1_000;

    /** The text when it is as it must be; a 400 problem that names the field when not. */
    static String checked(@Nullable Reason sent) {
        Reason stated = Field.present("", sent);
        Field.text("/reason", stated.reason(), MAX);
        return stated.reason();
    }
}
