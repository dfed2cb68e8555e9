package org.entente.label.stix;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.entente.label.Label;

/**
 * Marks STIX objects and their properties with labels, and keeps the marking definitions that their bundle then needs. A
 * label's TLP is also marked in the words of TLP 2.0, so that a consumer who knows nothing else knows at least that.
 */
public final class BundleMarking {

    private final Instant created;
    private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();

    /** @param created of the marking definitions */
    public BundleMarking(Instant created) {
        this.created = created;
    }

    /** Marks the whole object (STIX 2.1, section 7.2.2), beside what marks it already. */
    public void mark(ObjectNode object, Label label) {
        ArrayNode references = object.withArray("/object_marking_refs");
        ids(label).stream().filter(id -> !holds(references, id)).forEach(references::add);
    }

    /**
     * Marks properties of the object (STIX 2.1, section 7.2.3); to read one, one must be admitted to the object as well.
     *
     * @param selectors of the properties, at least one
     * @throws StixException where one selects nothing, or what cannot be kept apart from the object
     */
    public void mark(ObjectNode object, Collection<String> selectors, Label label) {
        StixObject marked = new StixObject(0, object);
        ArrayNode written = object.arrayNode();
        selectors.forEach(selector -> {
            Selector.read(object.textNode(selector), marked, "/" + selector);
            written.add(selector);
        });
        ArrayNode granular = object.withArray("/granular_markings");
        ids(label).forEach(id -> granular.addObject().put("marking_ref", id).set("selectors", written.deepCopy()));
    }

    /** The definitions of all markings made, each once. */
    public List<ObjectNode> definitions() {
        return List.copyOf(definitions.values());
    }

    private List<String> ids(Label label) {
        String own = define(LabelMarking.of(label, created));
        return label.tlp() == null ? List.of(own) : List.of(own, define(TlpMarking.TLP_2.of(label.tlp())));
    }

    private String define(ObjectNode definition) {
        String id = definition.get("id").textValue();
        definitions.putIfAbsent(id, definition);
        return id;
    }

    private static boolean holds(ArrayNode references, String id) {
        return StreamSupport.stream(references.spliterator(), false)
                .anyMatch(reference -> id.equals(reference.textValue()));
    }
}
