package org.entente.catalog.tearline;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.entente.catalog.masking.Mask;

/**
 * A part of a tearline.
 *
 * @param id its own: of a STIX object, that of the object
 * @param from the portions that it is made of, the object before its properties
 * @param masks that were put on them
 * @param content a STIX object of our own, or a portion of a document
 */
@RegisterForReflection
public record Part(String id, List<String> from, List<Mask> masks, JsonNode content) {
    /** The portion that it stands for. */
    public String source() {
        return from.get(0);
    }
}
