package org.entente.catalog.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.entente.catalog.access.PartnerCode;
import org.entente.http.Problem;

/**
 * An exchange profile: what passes between the parties, by type of object and property.
 *
 * @param types of objects that pass
 * @param properties by type; of other types every property passes
 * @param partners with whom it is kept; empty for all
 */
record Profile(Set<String> types, Map<String, PropertyRule> properties, Set<String> partners) {
    private static final List<String> MEMBERS =
            List.of("specification", "objectTypes", "properties", "partners", "description");
    private static final String TYPE = "[a-z][a-z0-9-]{2,249}";
    private static final String PARTNER = "[A-Z]{3}(-[A-Z0-9]{2,20})?";
    private static final int MOST = 200;

    boolean isKeptWith(String partner) {
        return partners.isEmpty() || partners.contains(partner) || partners.contains(PartnerCode.nationOf(partner));
    }

    boolean lets(String type) {
        return types.contains(type);
    }

    boolean lets(String type, String property) {
        return rule(type).lets(property);
    }

    private PropertyRule rule(String type) {
        return properties.getOrDefault(type, PropertyRule.EVERY);
    }

    /** Of some types those of which something passes that does not under the other one. */
    Set<String> widerThan(Profile other, Set<String> among) {
        boolean isLeft = !partners.isEmpty() && (other.partners.isEmpty() || !partners.containsAll(other.partners));
        Set<String> wider = new HashSet<>();
        for (String type : among) {
            boolean isRestricted = !other.lets(type) || other.rule(type).isRestricting();
            boolean isWider = lets(type) && (!other.lets(type) || rule(type).isWiderThan(other.rule(type)));
            if (isWider || isLeft && isRestricted) {
                wider.add(type);
            }
        }
        return wider;
    }

    static Profile of(JsonNode document) {
        Map<String, PropertyRule> properties = new HashMap<>();
        document.path("properties")
                .fields()
                .forEachRemaining(rule -> properties.put(rule.getKey(), PropertyRule.of(rule.getValue())));
        return new Profile(texts(document.path("objectTypes")), properties, texts(document.path("partners")));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return Set.copyOf(texts);
    }

    /** Makes sure that it can be one.
     * @throws Problem naming the field that is wrong
     */
    static void require(JsonNode document, String pointer) {
        document.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw Problem.badRequest(pointer + "/" + name, "is unknown");
            }
        });
        if (!document.path("specification").isTextual()) {
            throw Problem.badRequest(pointer + "/specification", "must name the specification");
        }
        requireTexts(document.path("objectTypes"), TYPE, pointer + "/objectTypes", "is not a type of objects");
        if (document.has("partners")) {
            requireTexts(document.get("partners"), PARTNER, pointer + "/partners", "is not the code of a partner");
        }
        if (document.has("properties")) {
            requireProperties(document, pointer);
        }
    }

    private static void requireProperties(JsonNode document, String pointer) {
        String place = pointer + "/properties";
        if (!(document.get("properties") instanceof ObjectNode rules) || rules.isEmpty() || rules.size() > MOST) {
            throw Problem.badRequest(place, "must have 1 to " + MOST + " members");
        }
        Set<String> types = texts(document.path("objectTypes"));
        rules.fields().forEachRemaining(rule -> {
            if (!types.contains(rule.getKey())) {
                throw Problem.badRequest(place + "/" + rule.getKey(), "is not one of the object types");
            }
            PropertyRule.require(rule.getValue(), place + "/" + rule.getKey());
        });
    }

    private static void requireTexts(JsonNode array, String pattern, String pointer, String detail) {
        if (!array.isArray() || array.isEmpty() || array.size() > MOST) {
            throw Problem.badRequest(pointer, "must have 1 to " + MOST + " entries");
        }
        List<String> texts = StreamSupport.stream(array.spliterator(), false)
                .map(text -> text.isTextual() ? text.textValue() : "")
                .toList();
        for (int index = 0; index < texts.size(); index++) {
            if (!texts.get(index).matches(pattern)) {
                throw Problem.badRequest(pointer + "/" + index, detail);
            }
        }
    }
}
