package org.entente.catalog.contribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.entente.catalog.contribution.StixTypes.Property;

/** Whether an object is one of STIX 2.1: each property of its kind, nothing required missing, nothing contradictory. */
final class StixRules {
    /** STIX 2.1, section 2.9; the UUID is of RFC 4122. */
    private static final Pattern ID = Pattern.compile("([a-z][a-z0-9]*(?:-[a-z0-9]+)*)"
            + "--[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}");
    /** STIX 2.1, sections 3.1 and 11.1. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{2,250}");

    private static final Pattern TYPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_TYPE = 250;
    private static final int LONGEST_ID = LONGEST_TYPE + 38;
    private static final int MOST_FAULTS = 20;

    private final ObjectNode object;
    private final String type;
    private final List<String> faults = new ArrayList<>();

    private StixRules(ObjectNode object) {
        this.object = object;
        this.type = object.path("type").asText();
    }

    /** What is wrong, each as a property and what it lacks; empty where nothing is. */
    static List<String> faults(JsonNode candidate) {
        if (!(candidate instanceof ObjectNode object)) {
            return List.of("is not an object");
        }
        StixRules rules = new StixRules(object);
        rules.check();
        return rules.faults.subList(0, Math.min(MOST_FAULTS, rules.faults.size()));
    }

    /** Whether a text is an identifier: a type, two hyphens, a UUID. */
    static boolean isId(String text) {
        return text.length() <= LONGEST_ID && ID.matcher(text).matches();
    }

    private void check() {
        if (!object.path("type").isTextual()
                || type.length() > LONGEST_TYPE
                || !TYPE.matcher(type).matches()
                || type.equals("bundle")) {
            add("type", "is not the name of a type of objects");
            return;
        }
        checkIdentity();
        for (String name : StixTypes.required(type)) {
            if (!object.has(name)) {
                add(name, "is required");
            }
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            check(field.getKey(), field.getValue());
        }
        if (faults.isEmpty()) {
            Consistency.faults(object, this::add);
        }
    }

    private void checkIdentity() {
        String id = object.path("id").asText();
        if (!isId(id) || !id.startsWith(type + "--")) {
            add("id", "is not of the form " + type + "--UUID");
        }
        boolean isObservable = StixTypes.isObservable(type);
        JsonNode specification = object.path("spec_version");
        if (!specification.asText().equals("2.1") && !(specification.isMissingNode() && isObservable)) {
            add("spec_version", "is not 2.1");
        }
        if (StixTypes.isKnown(type) && !isObservable) {
            require("created");
            if (!type.equals("marking-definition")) {
                require("modified");
            }
        }
        if (!StixTypes.isKnown(type) && !isDefinedElsewhere()) {
            add("type", "is neither a type of STIX 2.1 nor defined by an extension");
        }
    }

    private void require(String name) {
        if (!object.has(name)) {
            add(name, "is required");
        }
    }

    /** STIX 2.1, section 7.3: a new type comes with its extension; before there were any it began with {@code x-}. */
    private boolean isDefinedElsewhere() {
        boolean isExtension = false;
        for (JsonNode extension : object.path("extensions")) {
            isExtension |= extension.path("extension_type").asText().startsWith("new-");
        }
        return isExtension || type.startsWith("x-");
    }

    private void check(String name, JsonNode value) {
        if (!NAME.matcher(name).matches()) {
            add(name, "is not the name of a property");
        } else if (value.isNull() || value.isContainerNode() && value.isEmpty() && !name.equals("definition")) {
            add(name, "is empty, which is no STIX value");
        } else {
            Property property = StixTypes.property(type, name);
            String fault = property == null ? null : Kinds.fault(property, value);
            if (fault != null) {
                add(name, Objects.requireNonNull(fault));
            }
        }
    }

    private void add(String name, String fault) {
        faults.add("/" + name.replace("~", "~0").replace("/", "~1") + " " + fault);
    }
}
