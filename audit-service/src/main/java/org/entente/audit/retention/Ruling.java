package org.entente.audit.retention;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * What is ruled about keeping and erasing, and where it stands.
 *
 * @param version one more after each move; what {@code If-Match} compares
 * @param mover who made the last move that needs a second person
 */
@RegisterForReflection
record Ruling(
        UUID id,
        Kind kind,
        State state,
        int version,
        Terms terms,
        @JsonIgnore Person mover,
        Instant created,
        Instant changed) {

    Move.Standing standing() {
        return new Move.Standing(kind, state, mover);
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
