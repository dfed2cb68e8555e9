package org.entente.catalog.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.entente.label.Label;

/**
 * A label as it is kept: once for everything that stands under it, and so that it means the same wherever it is read.
 *
 * @param id SHA-256 of the document, lower-case hexadecimal
 * @param document the canonical form, with its originator
 */
public record InternedLabel(String id, String document) {

    /** The kept form of a label whose originator, where it names none, is the given nation. */
    public static InternedLabel of(Label label, String originator, ObjectMapper json) {
        ObjectNode complete = json.valueToTree(label);
        complete(complete, originator);
        complete.path("also").forEach(also -> complete((ObjectNode) also, originator));
        String document = new String(Label.of(complete).canonical(), StandardCharsets.UTF_8);
        return new InternedLabel(digest(document), document);
    }

    private static void complete(ObjectNode label, String originator) {
        if (!label.hasNonNull("originator") && !label.hasNonNull("originators")) {
            label.put("originator", originator);
        }
    }

    /**
     * Makes sure that this is the label that was kept under its identifier.
     *
     * @throws IntegrityException if it is another one
     */
    public InternedLabel requireIntact() {
        if (!digest(document).equals(id)) {
            throw new IntegrityException("label " + id);
        }
        return this;
    }

    /** The canonical form in bytes, as it is bound to content. */
    public byte[] canonical() {
        return document.getBytes(StandardCharsets.UTF_8);
    }

    /** The label, as JSON. */
    public JsonNode json(ObjectMapper json) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException exception) {
            throw new IntegrityException("label " + id);
        }
    }

    private static String digest(String document) {
        return Digests.sha256(document.getBytes(StandardCharsets.UTF_8));
    }
}
