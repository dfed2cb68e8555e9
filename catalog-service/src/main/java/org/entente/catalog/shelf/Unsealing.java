package org.entente.catalog.shelf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.Digests;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.Place;
import org.entente.catalog.shelf.StoredPortions.Stored;
import org.entente.catalog.tearline.StoredTearline;
import org.jspecify.annotations.Nullable;

/**
 * Opens the STIX objects of some assets bit by bit, and remembers where they belong and which of the assets are not as they
 * were stored. Takes long; never on the event loop, and never on two threads at a time.
 */
final class Unsealing {
    private final ObjectMapper json;
    private final Map<UUID, StoredAsset> assets = new LinkedHashMap<>();
    private final Map<UUID, DataKey> keys = new HashMap<>();
    private final Map<UUID, IntegrityException> broken = new LinkedHashMap<>();
    private final List<ObjectPlace> places = new ArrayList<>();

    Unsealing(List<StoredAsset> assets, KeyProvider provider, ObjectMapper json) {
        this.json = json;
        for (StoredAsset asset : assets) {
            try {
                keys.put(asset.id(), asset.key(provider));
                this.assets.put(asset.id(), asset);
            } catch (IntegrityException fault) {
                broken.put(asset.id(), fault);
            }
        }
    }

    /** Which assets are not as they were stored. */
    Map<UUID, IntegrityException> broken() {
        return broken;
    }

    /** One of them is not, as somebody else found. */
    void fails(UUID asset, IntegrityException fault) {
        broken.put(asset, fault);
    }

    /** Where the objects of the others belong, in the order of the assets. */
    List<ObjectPlace> places() {
        Map<UUID, List<ObjectPlace>> byAsset = new LinkedHashMap<>();
        assets.keySet().forEach(asset -> byAsset.put(asset, new ArrayList<>()));
        byAsset.keySet().removeAll(broken.keySet());
        places.forEach(
                place -> byAsset.getOrDefault(place.asset(), new ArrayList<>()).add(place));
        return byAsset.values().stream().flatMap(List::stream).toList();
    }

    /** The objects among the portions that are as they were stored. */
    List<OpenedObject> open(List<Stored> portions) {
        List<OpenedObject> opened = new ArrayList<>();
        for (int index = 0; index < portions.size(); index++) {
            Stored portion = portions.get(index);
            StoredAsset asset = assets.get(portion.asset());
            if (asset == null
                    || broken.containsKey(asset.id())
                    || portion.version() != asset.version()
                    || portion.isProperty()) {
                continue;
            }
            try {
                OpenedObject object = open(asset, portion);
                if (object != null) {
                    List<Stored> properties = properties(portions, index);
                    String marking = marking(portion, properties);
                    places.add(
                            ObjectPlace.of(object, portion.version(), portion.seq(), properties.size(), marking, null));
                    opened.add(object);
                }
            } catch (IntegrityException fault) {
                broken.put(asset.id(), fault);
            }
        }
        return opened;
    }

    /** The objects of an approved tearline belong there as well; who looks at what comes does not see them. */
    void add(StoredTearline tearline) {
        StoredAsset asset = assets.get(tearline.asset());
        DataKey key = keys.get(tearline.asset());
        if (asset == null || key == null || broken.containsKey(tearline.asset())) {
            return;
        }
        try {
            places.addAll(Sanitised.of(asset, key, tearline, json));
        } catch (IntegrityException fault) {
            broken.put(asset.id(), fault);
        }
    }

    /** An object's properties follow it. */
    private static List<Stored> properties(List<Stored> portions, int index) {
        Stored object = portions.get(index);
        String prefix = object.id() + "#";
        int end = index + 1;
        while (end < portions.size()
                && portions.get(end).asset().equals(object.asset())
                && portions.get(end).id().startsWith(prefix)) {
            end++;
        }
        return portions.subList(index + 1, end);
    }

    /** The STIX object; none if the portion is something else. */
    private @Nullable OpenedObject open(StoredAsset asset, Stored portion) {
        byte[] binding = portion.label().requireIntact().canonical();
        Place place = Place.portion(asset.id(), portion.version(), portion.id(), binding);
        DataKey key = keys.get(asset.id());
        if (key == null) {
            return null;
        }
        try {
            return json.readTree(key.open(place, portion.content())) instanceof ObjectNode object
                            && portion.id()
                                    .split("@")[0]
                                    .equals(object.path("id").textValue())
                    ? new OpenedObject(asset.id(), asset.originator(), portion.id(), portion.label(), object)
                    : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private static String marking(Stored object, List<Stored> properties) {
        StringBuilder labels = new StringBuilder(object.label().id());
        properties.forEach(property -> labels.append('\n')
                .append(property.id())
                .append(' ')
                .append(property.label().id()));
        return Digests.sha256(labels.toString().getBytes(StandardCharsets.UTF_8));
    }
}
