package org.entente.catalog.tearline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.catalog.access.Marked;
import org.entente.catalog.access.Portion;
import org.entente.catalog.asset.AssetLabels;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;

/**
 * An asset from which a tearline is made.
 *
 * @param marks its portions, in order
 * @param tearlines those that are approved
 */
record Source(StoredAsset asset, AssetLabels labels, List<Mark> marks, List<StoredTearline> tearlines) {

    List<Portion> portions() {
        return marks.stream().map(mark -> new Portion(mark.id(), mark.label())).toList();
    }

    List<Portion> approved() {
        return tearlines.stream()
                .map(tearline ->
                        new Portion(tearline.id().toString(), tearline.label().id()))
                .toList();
    }

    /** The labels by which access-service is asked. */
    Marked marked(ObjectMapper json, Map<String, JsonNode> more) {
        Map<String, JsonNode> byId = new HashMap<>(more);
        labels.byId().forEach((id, label) -> byId.put(id, label.requireIntact().json(json)));
        tearlines.forEach(
                tearline -> byId.put(tearline.label().id(), tearline.label().json(json)));
        return new Marked(asset.id().toString(), asset.originator(), byId);
    }
}
