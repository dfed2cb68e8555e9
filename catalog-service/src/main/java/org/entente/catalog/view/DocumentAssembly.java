package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.catalog.document.MarkWriter;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;
import org.entente.label.RollUp;
import org.jspecify.annotations.Nullable;

/** Puts a document together from what may be shown, each portion with its mark. */
final class DocumentAssembly {
    private final MarkWriter marks;
    private final Set<NormalLabel> shown = new HashSet<>();
    private final List<DocumentView.Text> texts = new ArrayList<>();

    DocumentAssembly(Labels vocabulary, @Nullable String reader) {
        this.marks = new MarkWriter(vocabulary, reader);
    }

    /** Adds something that may be shown, in the order of the document. */
    void add(String id, NormalLabel label, JsonNode content) {
        shown.add(label);
        texts.add(new DocumentView.Text(
                id, marks.write(label), content.path("markdown").asText()));
    }

    /** The document; without a banner if nothing is in it. */
    DocumentView close() {
        return new DocumentView(shown.isEmpty() ? null : marks.write(RollUp.banner(shown)), texts);
    }
}
