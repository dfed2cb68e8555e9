package org.entente.catalog.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.entente.catalog.asset.AssetLabels;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.document.MarkWriter;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;
import org.entente.label.RollUp;
import org.jspecify.annotations.Nullable;

/** The marks of what one reader is shown, and of all of it together. */
final class PortionMarking {
    private final StoredAsset asset;
    private final AssetLabels labels;
    private final Labels vocabulary;
    private final MarkWriter marks;
    private final ObjectMapper json;
    private final Instant now = Instant.now();
    private final Map<String, NormalLabel> shown = new HashMap<>();

    /** @param reader the nation of the reader; absent for the home side */
    PortionMarking(
            StoredAsset asset, AssetLabels labels, Labels vocabulary, @Nullable String reader, ObjectMapper json) {
        this.asset = asset;
        this.labels = labels;
        this.vocabulary = vocabulary;
        this.marks = new MarkWriter(vocabulary, reader);
        this.json = json;
    }

    /** The mark of something shown under the label of that identifier. */
    String mark(String label) {
        return marks.write(shown.computeIfAbsent(
                label, id -> vocabulary.normalise(Label.of(labels.get(id).json(json)), asset.originator(), now)));
    }

    /** The mark of all that was marked; nothing has none. */
    @Nullable String banner() {
        return shown.isEmpty() ? null : marks.write(RollUp.banner(shown.values()));
    }
}
