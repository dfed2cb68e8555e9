package org.entente.catalog.shelf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.entente.catalog.content.InternedLabel;

/**
 * An object on its way to the shelf.
 *
 * @param portion its identifier within the asset
 * @param content without its separately marked properties
 */
public record OpenedObject(UUID asset, String originator, String portion, InternedLabel label, ObjectNode content) {
    /** The STIX id. */
    public String id() {
        return content.path("id").asText();
    }
}
