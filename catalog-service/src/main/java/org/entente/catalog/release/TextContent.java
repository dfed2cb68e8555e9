package org.entente.catalog.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.entente.catalog.content.Digests;
import org.entente.catalog.holding.Extract;
import org.entente.catalog.holding.Extract.Paragraph;
import org.entente.catalog.holding.RecipientLabels;
import org.entente.catalog.watermark.TextMarks;
import org.entente.release.ReleasePackage;

/** A document for a recipient: each paragraph behind its marking, whose copy it is above, below and in between. */
final class TextContent {
    private static final String MEDIA_TYPE = "text/markdown;charset=utf-8";
    private static final int PARAGRAPHS_PER_NOTICE = 20;

    private final ObjectMapper json;
    private final Draft draft;
    private final RecipientLabels labels;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TextContent(ObjectMapper json, Draft draft) {
        this.json = json;
        this.draft = draft;
        this.labels = new RecipientLabels(
                json, draft.holding(), draft.vocabulary(), draft.handing().partner(), draft.made());
    }

    Content of(Extract.Text extract, List<Enclosed> enclosed) {
        ArrayNode binding = json.createArrayNode();
        Set<String> kept = Enclosed.labels(enclosed);
        for (int index = 0; index < extract.paragraphs().size(); index++) {
            if (index % PARAGRAPHS_PER_NOTICE == 0) {
                write("> " + draft.notice());
            }
            Paragraph paragraph = extract.paragraphs().get(index);
            kept.add(paragraph.label());
            bind(binding, paragraph);
        }
        write("> " + draft.notice());
        CoverText.bind(draft, enclosed, binding, labels);
        String banner = labels.banner(kept);
        return new Content(
                ReleasePackage.DOCUMENT,
                MEDIA_TYPE,
                out.toByteArray(),
                binding,
                json.valueToTree(labels.all()),
                banner);
    }

    private void bind(ArrayNode binding, Paragraph paragraph) {
        String label = labels.of(Set.of(paragraph.label())).iterator().next();
        String mark = "(" + labels.get(label).path("classification").asText() + ") ";
        String text = TextMarks.mark(
                mark + paragraph.markdown().strip(), draft.marks().key());
        int start = out.size();
        int end = start + text.getBytes(StandardCharsets.UTF_8).length;
        write(text);
        binding.addObject()
                .put("id", paragraph.id())
                .put("sha256", Digests.sha256(text.getBytes(StandardCharsets.UTF_8)))
                .put("start", start)
                .put("end", end)
                .putArray("labels")
                .add(label);
    }

    private void write(String block) {
        out.writeBytes((block + "\n\n").getBytes(StandardCharsets.UTF_8));
    }
}
