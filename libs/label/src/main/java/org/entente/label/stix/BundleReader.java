package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the objects of a STIX 2.1 bundle (section 8) and refuses what is none. */
final class BundleReader {

    /** STIX 2.1, section 2.9: the type, two hyphens, a UUID in the notation of RFC 4122. */
    private static final Pattern ID = Pattern.compile(
            "([a-z][a-z0-9]*(?:-[a-z0-9]+)*)--[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final int LONGEST_TYPE = 250;

    static final int LONGEST_ID = LONGEST_TYPE + 38;

    private BundleReader() {}

    static List<StixObject> read(JsonNode bundle, Limits limits) {
        if (!bundle.isObject()) {
            throw new StixException("", "is not an object");
        }
        if (!"bundle".equals(bundle.path("type").textValue())) {
            throw new StixException("/type", "is not bundle");
        }
        requireId(bundle, "bundle", "");
        JsonNode objects = bundle.path("objects");
        if (!objects.isArray() || objects.isEmpty()) {
            throw new StixException("/objects", "is not a list of at least one object");
        }
        if (objects.size() > limits.portions()) {
            throw new StixException("/objects", "has more than " + limits.portions() + " entries");
        }
        new TreeCheck(limits.depth(), spellings(objects)).check(bundle);
        return objects(objects);
    }

    private static Map<String, String> spellings(JsonNode objects) {
        Map<String, String> spellings = new HashMap<>();
        objects.forEach(object -> spellings.putIfAbsent(
                object.path("id").asText().toLowerCase(Locale.ROOT),
                object.path("id").asText()));
        return spellings;
    }

    private static List<StixObject> objects(JsonNode nodes) {
        List<StixObject> objects = new ArrayList<>(nodes.size());
        Set<String> versions = new HashSet<>();
        for (int index = 0; index < nodes.size(); index++) {
            StixObject object = object(index, nodes.get(index));
            if (!versions.add(object.id() + "@" + VersionRules.version(object))) {
                throw new StixException(object.pointer() + "/id", "is there twice in the same version");
            }
            objects.add(object);
        }
        return objects;
    }

    private static StixObject object(int index, JsonNode node) {
        String pointer = "/objects/" + index;
        if (!(node instanceof ObjectNode json)) {
            throw new StixException(pointer, "is not an object");
        }
        String type = json.path("type").textValue();
        if (type == null || type.length() > LONGEST_TYPE) {
            throw new StixException(pointer + "/type", "is not the name of a type");
        }
        requireId(json, type, pointer);
        JsonNode specification = json.path("spec_version");
        if (!specification.isMissingNode() && !"2.1".equals(specification.textValue())) {
            throw new StixException(pointer + "/spec_version", "is not 2.1");
        }
        StixObject object = new StixObject(index, json);
        VersionRules.check(object);
        return object;
    }

    private static void requireId(JsonNode json, String type, String pointer) {
        String id = json.path("id").textValue();
        if (id == null
                || !ID.matcher(id).matches()
                || !id.substring(0, id.indexOf("--")).equals(type)) {
            throw new StixException(pointer + "/id", "is not of the form " + type + "--UUID");
        }
    }
}
