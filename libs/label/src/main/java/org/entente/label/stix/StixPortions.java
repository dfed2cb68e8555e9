package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.label.Label;

/** A STIX 2.1 bundle as labelled portions, and its objects put together again from those that a reader may have. */
public final class StixPortions {

    private StixPortions() {}

    /**
     * The portions of a bundle, in its order: each object, followed by those of its properties that a granular marking
     * labels differently and which are therefore cut out of it. A granular marking whose kind has no effect on labels (a
     * statement, a language) cuts nothing out.
     *
     * @throws StixException where the bundle is malformed or too large, or a marking is not understood
     */
    public static List<Portion> of(JsonNode bundle, Labelling labelling, Limits limits) {
        List<StixObject> objects = BundleReader.read(bundle, limits);
        ObjectLabels labels = new ObjectLabels(objects, labelling);
        List<Portion> portions = new ArrayList<>(objects.size());
        for (StixObject object : objects) {
            addPortions(object, labels, portions);
            if (portions.size() > limits.portions()) {
                throw new StixException(object.pointer(), "exceeds the limit of " + limits.portions() + " portions");
            }
        }
        return portions;
    }

    private static void addPortions(StixObject object, ObjectLabels labels, List<Portion> portions) {
        PortionId id = new PortionId(object.id(), labels.hasVersions(object) ? object.modified() : null, null);
        Label label = labels.of(object);
        if (labels.granular(object).isEmpty()) {
            portions.add(new Portion(id, label, object.json()));
            return;
        }
        ObjectNode content = object.json().deepCopy();
        Map<Selector, JsonNode> values = cut(content, labels.granular(object));
        portions.add(new Portion(id, label, content));
        values.forEach((selector, value) ->
                portions.add(new Portion(id.property(selector.toString()), labels.of(selector, object, label), value)));
    }

    /** The values cut out, innermost first: those leave their hole in the outer ones. */
    private static Map<Selector, JsonNode> cut(ObjectNode content, GranularMarkings granular) {
        Map<Selector, JsonNode> values = new LinkedHashMap<>();
        granular.selectors().stream()
                .sorted(Comparator.comparingInt(Selector::depth).reversed())
                .forEach(selector -> values.put(selector, selector.cutFrom(content)));
        return values;
    }

    /**
     * The object with those of its properties that may be shown, and without a trace of the others: no empty container,
     * no selector that points at them.
     *
     * @param content of the object's portion
     * @param permitted contents of property portions, by selector; one that lies in another needs that one as well
     */
    public static ObjectNode reassemble(ObjectNode content, Map<String, JsonNode> permitted) {
        ObjectNode object = content.deepCopy();
        permitted.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        property -> Selector.parse(property.getKey()).depth()))
                .forEach(property -> Selector.parse(property.getKey())
                        .putInto(object, property.getValue().deepCopy()));
        Holes.close(object);
        return object;
    }
}
