package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.catalog.asset.AssetLabels;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.document.MarkWriter;
import org.entente.label.Label;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;
import org.entente.label.RollUp;
import org.jspecify.annotations.Nullable;

/** Puts a document together from the portions that may be shown, each with its mark. */
final class DocumentAssembly {
    private final StoredAsset asset;
    private final AssetLabels labels;
    private final Labels vocabulary;
    private final MarkWriter marks;
    private final Instant now = Instant.now();
    private final Map<String, NormalLabel> normal = new HashMap<>();
    private final List<DocumentView.Text> texts = new ArrayList<>();

    DocumentAssembly(StoredAsset asset, AssetLabels labels, Labels vocabulary, @Nullable String reader) {
        this.asset = asset;
        this.labels = labels;
        this.vocabulary = vocabulary;
        this.marks = new MarkWriter(vocabulary, reader);
    }

    /** Adds a portion that may be shown, in the order of the document. */
    void add(Mark mark, JsonNode content, ObjectMapper json) {
        NormalLabel label = normal.computeIfAbsent(
                mark.label(), id -> vocabulary.normalise(Label.of(labels.get(id).json(json)), asset.originator(), now));
        texts.add(new DocumentView.Text(
                mark.id(), marks.write(label), content.path("markdown").asText()));
    }

    DocumentView close() {
        return new DocumentView(marks.write(RollUp.banner(normal.values())), texts);
    }
}
