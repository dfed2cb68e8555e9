package org.entente.catalog.masking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes objects of our own of objects that are not shown as they are: only its creator may modify a STIX object (STIX 2.1
 * section 3.6), and the identifier of an observable is a digest of its values (section 2.9).
 */
public final class Derivation {
    private static final String IDENTITY_CREATED = "2026-01-01T00:00:00.000Z";
    /** Neither can be an end of a relationship (STIX 2.1 section 5.1). */
    private static final Set<String> NO_END = Set.of("relationship", "sighting");

    private static final String DERIVED = "derived ";
    private static final String SOURCE = "source ";

    private final Pseudonyms names;
    private final String identity;
    private final String home;
    private final String at;

    /**
     * @param names under which originals are known, and by which what is made of them is named
     * @param home the nation whose identity creates
     * @param at when
     */
    public Derivation(Pseudonyms names, String home, Instant at) {
        this.names = names;
        this.home = home;
        this.identity =
                "identity--" + UUID.nameUUIDFromBytes(("entente.identity.1 " + home).getBytes(StandardCharsets.UTF_8));
        this.at = at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The identifier of what is made of the object of that identifier. */
    public String identifier(String original) {
        return names.identifier(type(original), DERIVED + original);
    }

    /** The object as one of ours; what marked the original does not mark it. */
    public ObjectNode derived(ObjectNode masked) {
        ObjectNode derived = masked.deepCopy();
        derived.put("id", identifier(masked.path("id").asText()));
        derived.remove(Set.of("object_marking_refs", "granular_markings"));
        if (derived.has("created")) {
            derived.put("created", at);
            derived.put("created_by_ref", identity);
        }
        if (derived.has("modified")) {
            derived.put("modified", at);
        }
        return derived;
    }

    /**
     * What the object of ours was made from, under a name that says nothing of it but its type: the identifier of the original
     * is for those who may see the original. Empty for what cannot be an end of a relationship.
     */
    public Optional<ObjectNode> link(String original) {
        String type = type(original);
        if (NO_END.contains(type)) {
            return Optional.empty();
        }
        return Optional.of(JsonNodeFactory.instance
                .objectNode()
                .put("type", "relationship")
                .put("spec_version", "2.1")
                .put("id", names.identifier("relationship", DERIVED + original))
                .put("created_by_ref", identity)
                .put("created", at)
                .put("modified", at)
                .put("relationship_type", "derived-from")
                .put("source_ref", identifier(original))
                .put("target_ref", names.identifier(type, SOURCE + original)));
    }

    /** Ourselves. */
    public ObjectNode identity() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "identity")
                .put("spec_version", "2.1")
                .put("id", identity)
                .put("created", IDENTITY_CREATED)
                .put("modified", IDENTITY_CREATED)
                .put("name", home)
                .put("identity_class", "organization");
    }

    /** Changes in place what refers to objects that have another name now. */
    public static void rename(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            for (var member : object.properties()) {
                member.setValue(renamed(member.getValue(), names));
            }
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                array.set(index, renamed(array.get(index), names));
            }
        }
    }

    private static JsonNode renamed(JsonNode value, Map<String, String> names) {
        if (value.isTextual()) {
            String name = names.get(value.textValue());
            return name == null ? value : new TextNode(name);
        }
        rename(value, names);
        return value;
    }

    /** Whether nothing was done to the object but that parts of it were left out. */
    public static boolean isOnlyCut(JsonNode masked, JsonNode original) {
        if (masked instanceof ObjectNode object) {
            for (var member : object.properties()) {
                if (!original.has(member.getKey()) || !isOnlyCut(member.getValue(), original.get(member.getKey()))) {
                    return false;
                }
            }
            return original.isObject();
        }
        return masked.isArray() ? isSubsequence(masked, original) : masked.equals(original);
    }

    private static boolean isSubsequence(JsonNode masked, JsonNode original) {
        int next = 0;
        for (int index = 0; index < original.size() && next < masked.size(); index++) {
            if (isOnlyCut(masked.get(next), original.get(index))) {
                next++;
            }
        }
        return next == masked.size();
    }

    private static String type(String identifier) {
        return identifier.substring(0, Math.max(0, identifier.indexOf("--")));
    }
}
