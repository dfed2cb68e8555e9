package org.entente.catalog.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.entente.catalog.feedback.NewFeedback.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Feedback as its originator reads it.
 *
 * @param version of the asset that it is about
 * @param from the partner whose reader it came from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Feedback(
        UUID id,
        UUID asset,
        int version,
        String from,
        Kind kind,
        @Nullable String object,
        @Nullable String comment,
        Instant given) {}
