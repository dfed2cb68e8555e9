package org.entente.catalog.masking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What masks must know of STIX 2.1: which texts are names of things within it, and what an object must have. */
final class StixFields {
    private static final String WITHHELD = "(withheld)";

    /** Texts that STIX itself reads: what they stand for is masked by masking what they refer to. */
    private static final Set<String> MACHINE_READ = Set.of(
            "type", "id", "spec_version", "created", "modified", "granular_markings", "extension_type", "pattern_type");

    /** Required names (STIX 2.1 sections 4 and 6), for which any text will do. */
    private static final Map<String, List<String>> NAMED = Map.ofEntries(
            Map.entry("attack-pattern", List.of("name")),
            Map.entry("campaign", List.of("name")),
            Map.entry("course-of-action", List.of("name")),
            Map.entry("identity", List.of("name")),
            Map.entry("incident", List.of("name")),
            Map.entry("infrastructure", List.of("name")),
            Map.entry("intrusion-set", List.of("name")),
            Map.entry("report", List.of("name")),
            Map.entry("threat-actor", List.of("name")),
            Map.entry("tool", List.of("name")),
            Map.entry("vulnerability", List.of("name")),
            Map.entry("note", List.of("content")));

    /** Without these there is no such object. */
    private static final Map<String, List<String>> NEEDED = Map.ofEntries(
            Map.entry("indicator", List.of("pattern", "pattern_type", "valid_from")),
            Map.entry("malware", List.of("is_family")),
            Map.entry("malware-analysis", List.of("product")),
            Map.entry("observed-data", List.of("first_observed", "last_observed", "number_observed")),
            Map.entry("opinion", List.of("opinion")),
            Map.entry("report", List.of("published", "object_refs")),
            Map.entry("grouping", List.of("context", "object_refs")),
            Map.entry("relationship", List.of("relationship_type", "source_ref", "target_ref")),
            Map.entry("sighting", List.of("sighting_of_ref")),
            Map.entry("ipv4-addr", List.of("value")),
            Map.entry("ipv6-addr", List.of("value")),
            Map.entry("domain-name", List.of("value")),
            Map.entry("url", List.of("value")),
            Map.entry("email-addr", List.of("value")),
            Map.entry("mac-addr", List.of("value")),
            Map.entry("directory", List.of("path")),
            Map.entry("mutex", List.of("name")),
            Map.entry("software", List.of("name")),
            Map.entry("autonomous-system", List.of("number")));

    private StixFields() {}

    static boolean isObject(JsonNode node) {
        return node.isObject()
                && node.path("id").asText().startsWith(node.path("type").asText() + "--");
    }

    /** Whether the member is for machines, so that its text is no text. */
    static boolean isMachineRead(String member) {
        return MACHINE_READ.contains(member) || member.endsWith("_ref") || member.endsWith("_refs");
    }

    /** The object as one that can stand: a required name is given for the one that went; empty where more went. */
    static Optional<JsonNode> completed(ObjectNode masked, JsonNode before) {
        String type = masked.path("type").asText();
        for (String needed : NEEDED.getOrDefault(type, List.of())) {
            if (before.has(needed) && !masked.has(needed)) {
                return Optional.empty();
            }
        }
        for (String name : NAMED.getOrDefault(type, List.of())) {
            if (before.has(name) && !masked.has(name)) {
                masked.put(name, WITHHELD);
            }
        }
        return before.has("created") == masked.has("created") && before.has("modified") == masked.has("modified")
                ? Optional.of(masked)
                : Optional.empty();
    }
}
