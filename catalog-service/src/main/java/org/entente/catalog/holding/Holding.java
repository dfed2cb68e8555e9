package org.entente.catalog.holding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.catalog.access.AccessService.Marked;
import org.entente.catalog.access.Portion;
import org.entente.catalog.asset.AssetLabels;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;

/**
 * An asset, if there is one, with its labels and portions; what is not there is asked about all the same, so that nobody can
 * tell.
 */
public record Holding(UUID id, Optional<StoredAsset> asset, AssetLabels labels, List<Mark> marks) {

    /** The asset as access-service is asked about it. */
    public Marked marked(String home, ObjectMapper json) {
        Map<String, JsonNode> byId = new HashMap<>();
        labels.byId().forEach((label, interned) -> byId.put(label, interned.json(json)));
        return new Marked(id.toString(), asset.map(StoredAsset::originator).orElse(home), byId);
    }

    /** Its portions, by their labels. */
    public List<Portion> portions() {
        return marks.stream().map(mark -> new Portion(mark.id(), mark.label())).toList();
    }

    /** Those of its portions, in order. */
    public List<Mark> only(Set<String> portions) {
        return marks.stream().filter(mark -> portions.contains(mark.id())).toList();
    }
}
