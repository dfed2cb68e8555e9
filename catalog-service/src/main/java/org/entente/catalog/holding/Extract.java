package org.entente.catalog.holding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may go of an asset, in the clear. */
public sealed interface Extract {

    String title();

    boolean isEmpty();

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
    }

    /** Paragraphs of a document. */
    record Text(String title, List<Paragraph> paragraphs) implements Extract {
        @Override
        public boolean isEmpty() {
            return paragraphs.isEmpty();
        }
    }

    /** One portion of a document, by the identifier of its label. */
    record Paragraph(String id, String label, String markdown) {}
}
