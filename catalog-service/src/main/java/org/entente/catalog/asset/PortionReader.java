package org.entente.catalog.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.Place;
import org.jspecify.annotations.Nullable;

/** Opens portions of one version of an asset; whether they may be opened, the caller knows. */
public final class PortionReader {
    private final StoredAsset asset;
    private final AssetLabels labels;
    private final DataKey key;
    private final ObjectMapper json;

    private PortionReader(StoredAsset asset, AssetLabels labels, DataKey key, ObjectMapper json) {
        this.asset = asset;
        this.labels = labels;
        this.key = key;
        this.json = json;
    }

    /**
     * A reader of an asset whose portions are as they were registered.
     *
     * @param marks all of them, in order
     * @throws IntegrityException if they are not
     */
    public static PortionReader of(
            StoredAsset asset, AssetLabels labels, List<Mark> marks, KeyProvider keys, ObjectMapper json) {
        DataKey key = asset.key(keys);
        asset.requireComplete(key, marks);
        return new PortionReader(asset, labels, key, json);
    }

    /**
     * The content of a portion.
     *
     * @param contents sealed, by their places in the order
     * @throws IntegrityException if it is not as it was stored
     */
    public JsonNode read(Mark mark, Map<Integer, byte[]> contents) throws IOException {
        byte[] plain = open(mark, contents.get(mark.seq()));
        return json.readTree(plain);
    }

    byte[] open(Mark mark, byte @Nullable [] sealed) {
        if (sealed == null) {
            throw new IntegrityException(mark.id());
        }
        byte[] label = labels.get(mark.label()).canonical();
        return key.open(Place.portion(asset.id(), asset.version(), mark.id(), label), sealed);
    }

    public DataKey key() {
        return key;
    }
}
