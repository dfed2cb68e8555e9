package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.catalog.access.Marked;
import org.entente.catalog.access.Portion;
import org.entente.catalog.asset.AssetLabels;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.tearline.StoredTearline;
import org.jspecify.annotations.Nullable;

/**
 * An asset, if there is one, with all that may be decided on.
 *
 * @param change of its labels that was the newest when they were read
 * @param tearlines those that are approved
 */
public record Found(
        UUID id,
        Optional<StoredAsset> asset,
        long change,
        AssetLabels labels,
        List<Mark> marks,
        List<StoredTearline> tearlines) {

    /** What of it may be shown: what is permitted, and not withheld all the same. */
    public Opened open(
            StoredAsset found, Collection<String> portions, @Nullable String tearline, Obligations obligations) {
        List<Mark> shown = marks.stream()
                .filter(mark -> portions.contains(mark.id()) && !obligations.withhold(mark))
                .toList();
        StoredTearline chosen = tearlines.stream()
                .filter(one -> one.id().toString().equals(tearline))
                .filter(one -> !obligations.withheld().contains(tearline))
                .findFirst()
                .orElse(null);
        return new Opened(found, change, labels, marks, shown, chosen);
    }

    /** All of it, as only the home side may open it. */
    public Opened openAll(StoredAsset found) {
        return new Opened(found, change, labels, marks, marks, null);
    }

    /** The labels by which access-service is asked. */
    public Marked marked(ObjectMapper json, String home) {
        Map<String, JsonNode> byId = new HashMap<>();
        labels.byId().forEach((id, label) -> byId.put(id, label.json(json)));
        return new Marked(id.toString(), asset.map(StoredAsset::originator).orElse(home), byId);
    }

    /** Its portions, by their labels. */
    public List<Portion> portions() {
        return marks.stream().map(mark -> new Portion(mark.id(), mark.label())).toList();
    }

    /** Its tearlines, by their labels. */
    public List<Portion> sanitised() {
        return tearlines.stream()
                .map(tearline ->
                        new Portion(tearline.id().toString(), tearline.label().id()))
                .toList();
    }

    /** The same with one more tearline, to see what would be decided if it were approved. */
    Found with(StoredTearline draft) {
        Map<String, InternedLabel> byId = new HashMap<>(labels.byId());
        byId.put(draft.label().id(), draft.label());
        List<StoredTearline> all = new ArrayList<>(tearlines);
        all.removeIf(one -> one.id().equals(draft.id()));
        all.add(draft);
        return new Found(id, asset, change, new AssetLabels(byId, labels.counts()), marks, all);
    }
}
