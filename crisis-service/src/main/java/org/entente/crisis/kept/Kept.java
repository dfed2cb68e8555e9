package org.entente.crisis.kept;

import java.time.Instant;
import java.util.UUID;

/**
 * A document as it was read.
 *
 * @param version the number of its last change, as it stands in its entity tag
 * @param now the database's time of the reading
 */
public record Kept<T>(UUID id, long version, T document, Instant now) {
    Kept<T> changed(T next) {
        return new Kept<>(id, version + 1, next, now);
    }
}
