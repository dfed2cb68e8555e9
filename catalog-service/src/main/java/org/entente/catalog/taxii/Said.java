package org.entente.catalog.taxii;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.masking.Derivation;
import org.entente.catalog.tearline.Part;
import org.entente.catalog.tearline.StoredTearline;
import org.entente.catalog.tearline.TearlineContent;
import org.entente.label.stix.PortionId;

/**
 * What a tearline says to a reader: of objects that the reader gets whole nothing, for those say more themselves and are
 * referred to by their own names; of the others its own, with where each was derived from.
 */
final class Said {
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<String, ObjectNode> beside = new LinkedHashMap<>();

    /** @throws org.entente.catalog.content.IntegrityException if the tearline is not what was drafted */
    Said(StoredTearline tearline, DataKey key, Decided decided, ObjectMapper json) {
        TearlineContent content = open(tearline, key, json);
        Map<String, String> names = new HashMap<>();
        for (Part part : content.parts()) {
            if (decided.permitsAll(tearline.asset(), part.from())) {
                names.put(part.id(), PortionId.parse(part.source()).objectId());
            } else if (part.content() instanceof ObjectNode object) {
                objects.put(part.id(), object);
            }
        }
        objects.values().forEach(object -> Derivation.rename(object, names));
        if (!objects.isEmpty()) {
            content.beside().forEach(this::addBeside);
        }
    }

    private void addBeside(JsonNode node) {
        boolean isOfUs = node.path("type").asText().equals("identity");
        if (node instanceof ObjectNode object
                && (isOfUs || objects.containsKey(object.path("source_ref").asText()))) {
            beside.put(object.path("id").asText(), object);
        }
    }

    /** What it says of an object under that name. */
    Optional<ObjectNode> object(String id) {
        return Optional.ofNullable(objects.get(id)).map(ObjectNode::deepCopy);
    }

    /** What goes with it, of its own making: who we are, and what is derived from something. */
    Optional<ObjectNode> beside(String id) {
        return Optional.ofNullable(beside.get(id)).map(ObjectNode::deepCopy);
    }

    private static TearlineContent open(StoredTearline tearline, DataKey key, ObjectMapper json) {
        try {
            return tearline.open(key, json);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
