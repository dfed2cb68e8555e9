package org.entente.catalog.rotation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which key-encryption keys are in use. One under which nothing is held any more can be destroyed.
 *
 * @param primary the key that wraps
 * @param held how many keys are wrapped with each
 */
record KeyCensus(@Schema(examples = "file-6b1f0e2c9d3a4f58") String primary, List<Held> held) {

    /** How many keys are wrapped with one. */
    record Held(@Schema(examples = "file-6b1f0e2c9d3a4f58") String key, long wrapped) {}
}
