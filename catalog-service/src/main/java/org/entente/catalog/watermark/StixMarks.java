package org.entente.catalog.watermark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Marks in STIX objects. Nothing that an object says is touched, as only its creator may (STIX 2.1 section 3.6): what carries
 * the mark is the order of the objects, which a bundle leaves open (section 8), and that of the properties, which JSON does.
 */
public final class StixMarks {
    /** Where readers and people look first. */
    private static final List<String> IN_FRONT = List.of("type", "spec_version", "id");

    private static final int BLOCK = 12;

    private StixMarks() {}

    /** The objects as the bearer of this key gets them. */
    public static List<ObjectNode> mark(List<ObjectNode> objects, MarkKey key) {
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        objects.forEach(object -> byId.put(id(object), object));
        List<String> ids = List.copyOf(byId.keySet());
        return ordered(ids, ids.stream().map(StixMarks::objectContext).toList(), key).stream()
                .map(byId::get)
                .map(object -> reordered(object, key))
                .toList();
    }

    private static ObjectNode reordered(ObjectNode object, MarkKey key) {
        ObjectNode reordered = JsonNodeFactory.instance.objectNode();
        IN_FRONT.stream().filter(object::has).forEach(name -> reordered.set(name, object.get(name)));
        List<String> names = others(object);
        ordered(names, propertyContexts(object), key).forEach(name -> reordered.set(name, object.get(name)));
        return reordered;
    }

    private static List<String> ordered(List<String> names, List<byte[]> contexts, MarkKey key) {
        long[] numbers = key.numbers(contexts);
        Map<Long, String> ordered = new TreeMap<>();
        for (int index = 0; index < numbers.length; index++) {
            ordered.put(numbers[index], names.get(index));
        }
        return List.copyOf(ordered.values());
    }

    /** What of a copy could be a mark: of each object once, and of those that stand one after the other. */
    static List<Observation> observe(List<ObjectNode> objects) {
        List<Observation> observed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<byte[]> block = new ArrayList<>();
        for (ObjectNode object : objects) {
            if (object.path("id").isTextual() && seen.add(id(object))) {
                addOrder(Channel.PROPERTY_ORDER, propertyContexts(object), observed);
                block.add(objectContext(id(object)));
            }
            if (block.size() == BLOCK) {
                addOrder(Channel.OBJECT_ORDER, block, observed);
                block = new ArrayList<>();
            }
        }
        addOrder(Channel.OBJECT_ORDER, block, observed);
        return observed;
    }

    private static void addOrder(Channel channel, List<byte[]> contexts, List<Observation> observed) {
        if (contexts.size() > 1) {
            observed.add(new Observation.Order(channel, List.copyOf(contexts)));
        }
    }

    private static List<byte[]> propertyContexts(ObjectNode object) {
        return others(object).stream()
                .map(name -> Context.of(Channel.PROPERTY_ORDER, id(object), name))
                .toList();
    }

    private static byte[] objectContext(String id) {
        return Context.of(Channel.OBJECT_ORDER, id);
    }

    private static List<String> others(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.removeAll(IN_FRONT);
        return names;
    }

    private static String id(JsonNode object) {
        return object.path("id").asText();
    }
}
