package org.entente.catalog.shelf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.entente.catalog.shelf.ShelvingBatch.Stored;
import org.entente.catalog.tearline.StoredTearline;
import org.jspecify.annotations.Nullable;

/** Opens the STIX objects of assets, to see what their versions are. Takes long; never on the event loop. */
@ApplicationScoped
class Unsealing {
    private final KeyProvider keys;
    private final ObjectMapper json;

    Unsealing(KeyProvider keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** The objects of assets, and which assets are not as they were stored. */
    record Opened(List<Unsealed> objects, Map<UUID, IntegrityException> broken) {}

    /**
     * An object with what the shelf needs to know of it.
     *
     * @param marking digest of the labels of the object and of its properties
     * @param tearline that says it; absent where the asset does
     */
    record Unsealed(
            OpenedObject object,
            Stored stored,
            int properties,
            String marking,
            @Nullable UUID tearline) {
        /** The state of the object that it is in; the epoch where it has no versions. */
        Instant version() {
            String stated = object.content()
                    .path("modified")
                    .asText(object.content().path("created").asText(""));
            try {
                return stated.isEmpty() ? Instant.EPOCH : Instant.parse(stated).truncatedTo(ChronoUnit.MICROS);
            } catch (DateTimeException notAnInstant) {
                return Instant.EPOCH;
            }
        }
    }

    /**
     * The objects of all assets that are as they were stored; of the others none.
     *
     * @param tearlines of the assets that are approved
     */
    Opened open(List<StoredAsset> assets, Map<UUID, List<Stored>> stored, List<StoredTearline> tearlines) {
        List<Unsealed> opened = new ArrayList<>();
        Map<UUID, IntegrityException> broken = new LinkedHashMap<>();
        for (StoredAsset asset : assets) {
            try {
                DataKey key = asset.key(keys);
                List<Unsealed> objects = open(asset, key, stored.getOrDefault(asset.id(), List.of()));
                tearlines.stream()
                        .filter(tearline -> tearline.asset().equals(asset.id()))
                        .forEach(tearline -> objects.addAll(Sanitised.of(asset, key, tearline, json)));
                opened.addAll(objects);
            } catch (IntegrityException fault) {
                broken.put(asset.id(), fault);
            }
        }
        return new Opened(opened, broken);
    }

    private List<Unsealed> open(StoredAsset asset, DataKey key, List<Stored> stored) {
        List<Unsealed> opened = new ArrayList<>();
        for (int index = 0; index < stored.size(); index++) {
            Stored portion = stored.get(index);
            if (portion.version() != asset.version() || portion.id().contains("#")) {
                continue;
            }
            List<Stored> properties = properties(stored, index);
            ObjectNode content = content(asset, key, portion);
            if (content != null) {
                OpenedObject object =
                        new OpenedObject(asset.id(), asset.originator(), portion.id(), portion.label(), content);
                opened.add(new Unsealed(object, portion, properties.size(), marking(portion, properties), null));
            }
        }
        return opened;
    }

    /** An object's properties follow it. */
    private static List<Stored> properties(List<Stored> stored, int index) {
        String prefix = stored.get(index).id() + "#";
        int end = index + 1;
        while (end < stored.size() && stored.get(end).id().startsWith(prefix)) {
            end++;
        }
        return stored.subList(index + 1, end);
    }

    /** The STIX object; none if the portion is something else. */
    private @Nullable ObjectNode content(StoredAsset asset, DataKey key, Stored portion) {
        byte[] binding = portion.label().requireIntact().canonical();
        byte[] plain = key.open(Place.portion(asset.id(), portion.version(), portion.id(), binding), portion.content());
        try {
            return json.readTree(plain) instanceof ObjectNode object
                            && portion.id()
                                    .split("@")[0]
                                    .equals(object.path("id").textValue())
                    ? object
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
