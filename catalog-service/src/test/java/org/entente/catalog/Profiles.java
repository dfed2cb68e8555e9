package org.entente.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.List;

/** Exchange profiles as administrators put them. */
final class Profiles {
    /** So that one of these keeps nothing back. */
    static final List<String> EVERY_TYPE = List.of(
            "artifact",
            "attack-pattern",
            "autonomous-system",
            "campaign",
            "course-of-action",
            "directory",
            "domain-name",
            "email-addr",
            "email-message",
            "extension-definition",
            "file",
            "grouping",
            "identity",
            "incident",
            "indicator",
            "infrastructure",
            "intrusion-set",
            "ipv4-addr",
            "ipv6-addr",
            "language-content",
            "location",
            "mac-addr",
            "malware",
            "malware-analysis",
            "marking-definition",
            "mutex",
            "network-traffic",
            "note",
            "observed-data",
            "opinion",
            "process",
            "relationship",
            "report",
            "sighting",
            "software",
            "threat-actor",
            "tool",
            "url",
            "user-account",
            "vulnerability",
            "windows-registry-key",
            "x509-certificate");

    private Profiles() {}

    static ObjectNode of(List<String> types) {
        ObjectNode document = Bundles.JSON.createObjectNode().put("specification", "STIX 2.1");
        ArrayNode names = document.putArray("objectTypes");
        types.forEach(names::add);
        return document;
    }

    static Response put(String name, String owner, List<String> types) {
        return put(name, owner, of(types));
    }

    static Response put(String name, String owner, ObjectNode document) {
        ObjectNode draft = Bundles.JSON.createObjectNode().put("owner", owner);
        draft.set("document", document);
        return Callers.policyAdministrator().body(draft.toString()).put("/catalog/standards/exchange-profile/" + name);
    }
}
