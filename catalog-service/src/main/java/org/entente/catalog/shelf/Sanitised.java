package org.entente.catalog.shelf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.catalog.asset.Form;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.Digests;
import org.entente.catalog.tearline.Part;
import org.entente.catalog.tearline.StoredTearline;
import org.entente.catalog.tearline.TearlineContent;

/** The STIX objects of tearlines, as the shelf has them: each under the label of the tearline. */
final class Sanitised {
    private Sanitised() {}

    /**
     * The objects of a tearline; none of a document.
     *
     * @throws org.entente.catalog.content.IntegrityException if it is not what was drafted
     */
    static List<ObjectPlace> of(StoredAsset asset, DataKey key, StoredTearline tearline, ObjectMapper json) {
        if (asset.form() != Form.STIX) {
            return List.of();
        }
        List<JsonNode> objects = new ArrayList<>();
        TearlineContent content = open(tearline, key, json);
        content.parts().stream().map(Part::content).forEach(objects::add);
        objects.addAll(content.beside());
        List<ObjectPlace> places = new ArrayList<>();
        for (JsonNode object : objects) {
            if (object instanceof ObjectNode stix && stix.path("id").isTextual()) {
                places.add(place(asset, tearline, places.size(), stix));
            }
        }
        return places;
    }

    private static TearlineContent open(StoredTearline tearline, DataKey key, ObjectMapper json) {
        try {
            return tearline.open(key, json);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static ObjectPlace place(StoredAsset asset, StoredTearline tearline, int seq, ObjectNode object) {
        String portion = tearline.id() + "/" + object.path("id").asText();
        OpenedObject opened = new OpenedObject(asset.id(), asset.originator(), portion, tearline.label(), object);
        String marking = Digests.sha256(tearline.label().id().getBytes(StandardCharsets.UTF_8));
        return ObjectPlace.of(opened, asset.version(), seq, 0, marking, tearline.id());
    }
}
