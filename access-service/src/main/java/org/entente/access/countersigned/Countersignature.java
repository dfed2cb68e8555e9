package org.entente.access.countersigned;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an act stands, and who stands for it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Countersignature(
        State state,
        String proposer,
        Instant proposedAt,
        @Nullable String confirmer,
        @Nullable Instant confirmedAt,
        @Nullable String withdrawer,
        @Nullable Instant withdrawnAt,
        @Nullable String reason) {}
