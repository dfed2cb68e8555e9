package org.entente.catalog.taxii;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.discovery.Reaches.Reach;
import org.entente.catalog.shelf.Shelf.Neighbour;
import org.entente.catalog.shelf.ShelvedObject;
import org.entente.catalog.shelf.ShelvedPortion;
import org.entente.catalog.taxii.Page.Item;
import org.entente.label.stix.PortionId;
import org.entente.label.stix.References;
import org.entente.label.stix.StixPortions;

/** Opens exactly what may be handed over and makes copies of it. Takes long; never on the event loop. */
@ApplicationScoped
class Copies {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*--[0-9a-fA-F-]{36}");

    private static final int LONGEST_ID = 300;

    private final KeyProvider keys;
    private final ObjectMapper json;

    Copies(KeyProvider keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /**
     * Opened objects, and what was found to be no longer what it was.
     *
     * @param references identifiers of other objects that they name
     */
    record Opened(List<Item> items, Set<String> references, Map<UUID, IntegrityException> broken) {
        /** Both, in the order in which they came; nothing of an asset of which anything is broken. */
        Opened and(Opened other) {
            Map<UUID, IntegrityException> broken = new HashMap<>(this.broken);
            broken.putAll(other.broken);
            Set<String> all = new HashSet<>(references);
            all.addAll(other.references);
            List<Item> both = Stream.concat(items.stream(), other.items.stream())
                    .filter(item -> !broken.containsKey(item.place().asset()))
                    .sorted(Comparator.comparing(item -> item.place().added()))
                    .toList();
            return new Opened(both, all, broken);
        }
    }

    /**
     * The objects of some portions, put together again and behind their masks.
     *
     * @param assets in the version that is on the shelf
     */
    Opened open(List<ShelvedPortion> portions, Map<UUID, StoredAsset> assets, Screen screen) {
        Map<UUID, IntegrityException> broken = new HashMap<>();
        Map<UUID, DataKey> unwrapped = new HashMap<>();
        Map<ShelvedObject, List<ShelvedPortion>> byObject = new LinkedHashMap<>();
        portions.forEach(portion -> byObject.computeIfAbsent(portion.object(), object -> new ArrayList<>())
                .add(portion));
        List<Item> items = new ArrayList<>();
        Set<String> references = new HashSet<>();
        byObject.forEach((object, parts) -> {
            StoredAsset asset = assets.get(object.asset());
            try {
                if (asset != null && PortionId.parse(parts.get(0).id()).selector() == null) {
                    DataKey key = unwrapped.computeIfAbsent(asset.id(), id -> asset.key(keys));
                    screen.masked(asset, parts, content(parts, asset, key)).ifPresent(content -> {
                        items.add(new Item(object, content));
                        addReferences(content, references);
                    });
                }
            } catch (IntegrityException fault) {
                broken.put(object.asset(), fault);
            }
        });
        items.removeIf(item -> broken.containsKey(item.place().asset()));
        return new Opened(items, references, broken);
    }

    private ObjectNode content(List<ShelvedPortion> parts, StoredAsset asset, DataKey key) {
        Map<String, JsonNode> properties = new HashMap<>();
        for (ShelvedPortion part : parts.subList(1, parts.size())) {
            properties.put(PortionId.parse(part.id()).selector(), read(part, asset, key));
        }
        if (read(parts.get(0), asset, key) instanceof ObjectNode object) {
            return StixPortions.reassemble(object, properties);
        }
        throw new IntegrityException(parts.get(0).id());
    }

    private JsonNode read(ShelvedPortion part, StoredAsset asset, DataKey key) {
        try {
            return json.readTree(part.open(asset, key));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static void addReferences(JsonNode node, Set<String> references) {
        if (node.isTextual()
                && node.textValue().length() <= LONGEST_ID
                && ID.matcher(node.textValue()).matches()) {
            references.add(node.textValue());
        }
        node.forEach(child -> addReferences(child, references));
    }

    /**
     * The same without references to what its asset holds and the reader may not know of, or not by that name, and without what
     * no exchange profile lets pass; what is about nothing else goes.
     *
     * @param looked the objects that were looked at, of which these are left
     * @param neighbours the objects named that the assets hold, by asset
     */
    static List<Item> withoutHidden(
            Opened opened,
            List<ShelvedObject> looked,
            Map<UUID, List<Neighbour>> neighbours,
            Reach reach,
            Screen screen) {
        Map<UUID, Set<String>> left =
                byAsset(opened.items().stream().map(Item::place).toList());
        Map<UUID, Set<String>> known = byAsset(looked);
        List<Item> kept = new ArrayList<>();
        for (Item item : opened.items()) {
            UUID asset = item.place().asset();
            Set<String> all = new HashSet<>();
            Set<String> shown = new HashSet<>();
            for (Neighbour neighbour : neighbours.getOrDefault(asset, List.of())) {
                String object = neighbour.object();
                InternedLabel label = reach.label(asset, neighbour.label());
                all.add(object);
                boolean isNamed = known.getOrDefault(asset, Set.of()).contains(object)
                        ? left.getOrDefault(asset, Set.of()).contains(object)
                        : label != null && screen.letsPass(object) && !screen.mightMask(asset, label, object);
                if (isNamed && label != null) {
                    shown.add(object);
                }
            }
            screen.passing(item.content())
                    .flatMap(passing -> References.keepOnly(passing, shown::contains, all))
                    .ifPresent(clean -> {
                        screen.rename(asset, clean);
                        kept.add(new Item(item.place(), clean));
                    });
        }
        return kept;
    }

    private static Map<UUID, Set<String>> byAsset(List<ShelvedObject> objects) {
        return objects.stream()
                .collect(Collectors.groupingBy(
                        ShelvedObject::asset, Collectors.mapping(ShelvedObject::id, Collectors.toSet())));
    }
}
