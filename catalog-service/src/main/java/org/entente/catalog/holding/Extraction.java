package org.entente.catalog.holding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.Place;
import org.entente.catalog.view.Assembly;
import org.entente.label.stix.PortionId;

/** Opens exactly the portions that may go. Takes long; never on the event loop. */
@ApplicationScoped
class Extraction {
    private static final String TEXT = "markdown";

    private final ObjectMapper json;
    private final KeyProvider keys;

    Extraction(ObjectMapper json, KeyProvider keys) {
        this.json = json;
        this.keys = keys;
    }

    /**
     * The portions in the clear.
     *
     * @param contents sealed, by their place in the order
     * @throws IntegrityException if anything is not as it was stored; then nothing goes
     */
    Extract of(Holding holding, List<Mark> shown, Map<Integer, byte[]> contents) throws IOException {
        StoredAsset asset = holding.asset().orElseThrow();
        DataKey key = asset.key(keys);
        asset.requireComplete(key, holding.marks());
        Map<Mark, JsonNode> opened = new LinkedHashMap<>();
        for (Mark mark : shown) {
            byte[] sealed = contents.get(mark.seq());
            if (sealed == null) {
                throw new IntegrityException(mark.id());
            }
            byte[] label = holding.labels().get(mark.label()).canonical();
            Place place = Place.portion(asset.id(), asset.version(), mark.id(), label);
            opened.put(mark, json.readTree(key.open(place, sealed)));
        }
        String title = titleLabelGoes(asset, shown) ? asset.title(key) : "";
        boolean isText = !opened.isEmpty() && opened.values().stream().allMatch(Extraction::isText);
        return isText ? text(title, opened) : objects(title, holding, opened);
    }

    /** The title stands under a label of its own, and goes only with what stands under the same. */
    private static boolean titleLabelGoes(StoredAsset asset, List<Mark> shown) {
        return shown.stream()
                .anyMatch(mark -> mark.label().equals(asset.sealed().label().id()));
    }

    private static boolean isText(JsonNode content) {
        return content.path(TEXT).isTextual() && !content.has("type");
    }

    private static Extract text(String title, Map<Mark, JsonNode> opened) {
        return new Extract.Text(
                title,
                opened.entrySet().stream()
                        .map(portion -> new Extract.Paragraph(
                                portion.getKey().id(),
                                portion.getKey().label(),
                                portion.getValue().path(TEXT).textValue()))
                        .toList());
    }

    private static Extract objects(String title, Holding holding, Map<Mark, JsonNode> opened) {
        Assembly assembly = new Assembly();
        Map<String, Set<String>> labels = new TreeMap<>();
        opened.forEach((mark, content) -> {
            PortionId id = PortionId.parse(mark.id());
            assembly.add(id, content);
            labels.computeIfAbsent(id.objectId(), object -> new TreeSet<>()).add(mark.label());
        });
        Set<String> all = holding.marks().stream()
                .map(mark -> PortionId.parse(mark.id()).objectId())
                .collect(Collectors.toSet());
        List<ObjectNode> objects = assembly.close(all).objects();
        labels.keySet()
                .retainAll(objects.stream()
                        .map(object -> object.path("id").asText())
                        .collect(Collectors.toCollection(HashSet::new)));
        return new Extract.Objects(title, objects, labels);
    }
}
