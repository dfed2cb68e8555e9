package org.entente.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** Registrations as an originator would send them. */
final class Bundles {
    static final ObjectMapper JSON = new ObjectMapper();

    static final String OPEN_INDICATOR = "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2";
    static final String IDENTITY = "identity--f431f809-377b-45e0-aa1c-6a4751cae5ff";
    static final String MALWARE = "malware--31b940d4-6f7f-459a-80ea-9c1f17b5891b";
    static final String RELATIONSHIP = "relationship--44298a74-ba52-4f0c-87a3-1824e67d7fad";
    static final String ACTOR = "threat-actor--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";
    static final String STRICT_MARKING = "marking-definition--11111111-2222-4333-8444-555555555555";
    static final int PORTIONS = 7;
    static final List<String> SHOWN_TO_XBB = List.of(IDENTITY, OPEN_INDICATOR, ACTOR);

    /** Words that no partner may ever see. */
    static final String SECRET_WORDS = "watched from inside";

    private static final String SHARED = """
            {"policy": "ALLIANCE", "classification": "RESTRICTED", "releasableTo": ["XBB"],
             "categories": ["situational-awareness"]}""";
    private static final String PROTECTED = """
            {"policy": "ALLIANCE", "classification": "RESTRICTED", "releasableTo": ["XBB"],
             "categories": ["product-design"], "proprietaryOwners": ["XAA-AEROWORKS"]}""";
    private static final String HOME_ONLY = """
            {"policy": "ALLIANCE", "classification": "SECRET", "categories": ["sensitive"]}""";

    private Bundles() {}

    /** A registration of the sample bundle under the title. */
    static ObjectNode registration(String title) {
        return registration(title, SHARED);
    }

    /** A registration of the sample bundle of which a partner may not know. */
    static ObjectNode hiddenRegistration(String title) {
        return registration(title, HOME_ONLY);
    }

    /** A registration of the sample bundle that is for data rooms only. */
    static ObjectNode protectedRegistration(String title) {
        return registration(title, PROTECTED);
    }

    private static ObjectNode registration(String title, String defaultLabel) {
        ObjectNode registration = JSON.createObjectNode().put("title", title);
        registration.put("purposeNote", "for the water utilities");
        registration.set("bundle", read(BUNDLE));
        registration.set("defaultLabel", read(defaultLabel));
        registration.putObject("labelsByType").set("malware", read(HOME_ONLY));
        return registration;
    }

    /** A registration of that many addresses, all shared with XBB. */
    static ObjectNode many(String title, int objects) {
        ObjectNode registration = JSON.createObjectNode().put("title", title);
        registration.set("defaultLabel", read(SHARED));
        ObjectNode bundle =
                registration.putObject("bundle").put("type", "bundle").put("id", "bundle--" + UUID.randomUUID());
        for (int index = 0; index < objects; index++) {
            bundle.withArray("objects")
                    .addObject()
                    .put("type", "ipv4-addr")
                    .put("spec_version", "2.1")
                    .put("id", "ipv4-addr--" + new UUID(5L << 12, 1L << 63 | index))
                    .put("value", "192.0." + index / 256 + "." + index % 256);
        }
        return registration;
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException(exception);
        }
    }

    private static final String BUNDLE = """
            {"type": "bundle", "id": "bundle--3e1a0c3e-6a0e-4d0e-9b1c-0d8f6f1f7a10", "objects": [
              {"type": "marking-definition", "spec_version": "2.1", "created": "2026-01-01T00:00:00Z",
               "id": "marking-definition--11111111-2222-4333-8444-555555555555", "name": "home only",
               "extensions": {"extension-definition--b6dd3a58-6a3b-4b2f-8f4d-3c2e1c1d7a90": {
                 "extension_type": "property-extension",
                 "label": {"policy": "ALLIANCE", "classification": "SECRET", "categories": ["sensitive"]}}}},
              {"type": "identity", "spec_version": "2.1", "created": "2026-01-01T00:00:00Z",
               "modified": "2026-01-01T00:00:00Z", "id": "identity--f431f809-377b-45e0-aa1c-6a4751cae5ff",
               "name": "XAA CERT", "identity_class": "organization",
               "object_marking_refs": ["marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"]},
              {"type": "indicator", "spec_version": "2.1", "created": "2026-01-01T00:00:00Z",
               "modified": "2026-01-01T00:00:00Z", "id": "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2",
               "created_by_ref": "identity--f431f809-377b-45e0-aa1c-6a4751cae5ff",
               "pattern": "[ipv4-addr:value = '192.0.2.10']", "pattern_type": "stix",
               "valid_from": "2026-01-01T00:00:00Z"},
              {"type": "malware", "spec_version": "2.1", "created": "2026-01-01T00:00:00Z",
               "modified": "2026-01-01T00:00:00Z", "id": "malware--31b940d4-6f7f-459a-80ea-9c1f17b5891b",
               "name": "Pumpkin", "is_family": true, "description": "watched from inside"},
              {"type": "relationship", "spec_version": "2.1", "created": "2026-01-01T00:00:00Z",
               "modified": "2026-01-01T00:00:00Z", "id": "relationship--44298a74-ba52-4f0c-87a3-1824e67d7fad",
               "relationship_type": "indicates", "source_ref": "indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2",
               "target_ref": "malware--31b940d4-6f7f-459a-80ea-9c1f17b5891b"},
              {"type": "threat-actor", "spec_version": "2.1", "created": "2026-01-01T00:00:00Z",
               "modified": "2026-01-01T00:00:00Z", "id": "threat-actor--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f",
               "name": "Sluice", "description": "watched from inside their own network",
               "granular_markings": [{"selectors": ["description"],
                 "marking_ref": "marking-definition--11111111-2222-4333-8444-555555555555"}]}]}""";
}
