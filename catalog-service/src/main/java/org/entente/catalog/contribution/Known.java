package org.entente.catalog.contribution;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a partner contributed before.
 *
 * @param digests of the objects, by what tells them apart
 */
record Known(Map<String, String> digests) {

    /** Whether an object is new, the same again, or another under the same name and version, which there cannot be. */
    Candidate tell(Candidate candidate) {
        @Nullable String before = digests.get(candidate.key());
        if (before == null) {
            return candidate.accepted();
        }
        if (before.equals(candidate.sha256())) {
            return candidate.merged("was contributed before");
        }
        return candidate.version().equals(Instant.EPOCH)
                ? candidate.merged("was contributed before with other properties, which are kept")
                : candidate.quarantined("was contributed before in the same version, with another content");
    }
}
