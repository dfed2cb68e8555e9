package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.tearline.Part;

/** A document: the portions that may be shown, and where one may not, what the tearline says in its place. */
public final class DocumentSubstance {
    private final Material material;
    private final Obligations obligations;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private int portions;
    private int parts;

    /** A portion that is shown. */
    public record Paragraph(String id, InternedLabel label, String markdown) {}

    public DocumentSubstance(Material material, Obligations obligations) {
        this.material = material;
        this.obligations = obligations;
    }

    Substance make(PortionMarking marking) throws IOException {
        List<DocumentView.Text> texts = new ArrayList<>();
        for (Paragraph paragraph : paragraphs()) {
            texts.add(new DocumentView.Text(
                    paragraph.id(), marking.mark(material.label(paragraph.label())), paragraph.markdown()));
        }
        return new Substance(null, new DocumentView(marking.banner(), texts), portions, parts);
    }

    /** All that is shown, in order. */
    public List<Paragraph> paragraphs() throws IOException {
        Set<String> shown = new HashSet<>();
        material.opened().shown().forEach(mark -> shown.add(mark.id()));
        Map<String, Part> instead = new HashMap<>();
        material.parts().forEach(part -> instead.put(part.source(), part));
        for (Mark mark : material.opened().all()) {
            Part part = instead.get(mark.id());
            if (shown.contains(mark.id()) && !mark.isAttachment()) {
                portions += add(mark.id(), mark.id(), material.interned(mark), material.content(mark));
            } else if (part != null) {
                parts += add(material.tearlineId(), part.id(), material.tearlineLabel(), part.content());
            }
        }
        return paragraphs;
    }

    /** @return how many were added: one, unless nothing of it may be shown behind its masks */
    private int add(String obliged, String id, InternedLabel label, JsonNode content) {
        Optional<JsonNode> left = masked(obliged, label, content);
        left.ifPresent(text ->
                paragraphs.add(new Paragraph(id, label, text.path("markdown").asText())));
        return left.isPresent() ? 1 : 0;
    }

    private Optional<JsonNode> masked(String id, InternedLabel label, JsonNode content) {
        return material.serving() == null
                ? Optional.of(content)
                : material.serving().text(content, material.label(label), obligations.on(id));
    }
}
