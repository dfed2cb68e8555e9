package org.entente.catalog.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.entente.catalog.access.Question.Resource;

/**
 * Something of the catalog, by its labels.
 *
 * @param id of an asset, or a name for all of them
 * @param labels by identifier
 */
public record Marked(String id, String originator, Map<String, JsonNode> labels) {
    /** Labels are what is decided on discovery: one portion stands for all under the same label. */
    Resource byLabel() {
        List<Portion> portions =
                labels.keySet().stream().map(id -> new Portion(id, id)).toList();
        return Resource.asset(id, originator, labels, portions);
    }

    Resource byPortion(List<Portion> portions, List<Portion> tearlines) {
        return Resource.asset(id, originator, labels, portions, tearlines);
    }
}
