package org.entente.catalog.holding;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.events.CanonicalJson;

/** What may go of an asset, in the clear and behind its masks. */
public sealed interface Extract {

    String title();

    boolean isEmpty();

    /** Tells it from any other: digest of what it says and of the labels that this stands under, lower-case hexadecimal. */
    String sha256(ObjectMapper json);

    /**
     * STIX objects, without references to what may not go.
     *
     * @param labels the identifiers of the labels that each stands under, by its own
     */
    record Objects(String title, List<ObjectNode> objects, Map<String, Set<String>> labels) implements Extract {
        @Override
        public boolean isEmpty() {
            return objects.isEmpty();
        }

        @Override
        public String sha256(ObjectMapper json) {
            return CanonicalJson.sha256(json, List.of(title, objects, labels));
        }
    }

    /** Paragraphs of a document. */
    record Text(String title, List<Paragraph> paragraphs) implements Extract {
        @Override
        public boolean isEmpty() {
            return paragraphs.isEmpty();
        }

        @Override
        public String sha256(ObjectMapper json) {
            return CanonicalJson.sha256(
                    json,
                    List.of(
                            title,
                            paragraphs.stream()
                                    .map(one -> List.of(one.id(), one.label(), one.markdown()))
                                    .toList()));
        }
    }

    /** One portion of a document, by the identifier of its label. */
    record Paragraph(String id, String label, String markdown) {}
}
