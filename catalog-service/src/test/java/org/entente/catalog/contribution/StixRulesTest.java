package org.entente.catalog.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StixRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UUID = "2d086da7-4bdc-4f91-900e-d77486753710";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type': 'identity', 'name': 'XBB CERT'",
                "'type': 'indicator', 'pattern': \"[ipv4-addr:value = '192.0.2.1'] AND ([file:name = ']'])\","
                        + " 'pattern_type': 'stix', 'valid_from': '2026-01-01T00:00:00Z'",
                "'type': 'indicator', 'pattern': 'alert tcp', 'pattern_type': 'snort', 'valid_from': '2026-01-01T00:00:00Z'",
                "'type': 'location', 'latitude': 1, 'longitude': 2",
                "'type': 'sighting', 'sighting_of_ref': 'indicator--" + UUID + "', 'count': 3",
                "'type': 'opinion', 'opinion': 'agree', 'object_refs': ['report--" + UUID + "']",
                "'type': 'ipv4-addr', 'value': '192.0.2.1'",
                "'type': 'file', 'hashes': {'SHA-256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'}",
                "'type': 'x-sensor', 'x_threshold': 7",
                "'type': 'sensor', 'extensions': {'extension-definition--" + UUID + "': {'extension_type': 'new-sdo'}}"
            })
    void whatTheStandardAllowsIsRight(String members) {
        assertThat(StixRules.faults(object(members))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type': 'identity' | /name is required",
                "'type': 'identity', 'name': 7 | /name is not text",
                "'type': 'identity', 'name': 'A', 'roles': [] | /roles is empty, which is no STIX value",
                "'type': 'identity', 'name': 'A', 'roles': [7] | /roles is not a list of texts",
                "'type': 'identity', 'name': 'A', 'description': null | /description is empty, which is no STIX value",
                "'type': 'identity', 'name': 'A', 'Colour': 'red' | /Colour is not the name of a property",
                "'type': 'identity', 'name': 'A', 'spec_version': '2.0' | /spec_version is not 2.1",
                "'type': 'identity', 'name': 'A', 'modified': '2025-12-31T00:00:00Z' | /modified is before created",
                "'type': 'identity', 'name': 'A', 'created': 'yesterday' | /created is not a timestamp such as 2026-11-23T10:00:00.000Z",
                "'type': 'identity', 'name': 'A', 'created': '2026-02-30T00:00:00Z' | /created is not a timestamp such as 2026-11-23T10:00:00.000Z",
                "'type': 'identity', 'name': 'A', 'confidence': 101 | /confidence is not from 0 to 100",
                "'type': 'identity', 'name': 'A', 'created_by_ref': 'tool--2d086da7-4bdc-4f91-900e-d77486753710' | /created_by_ref is not a reference to identity",
                "'type': 'identity', 'name': 'A', 'external_references': [{'url': 'https://example.org'}] | /external_references is not a list of external references",
                "'type': 'identity', 'name': 'A', 'id': 'tool--2d086da7-4bdc-4f91-900e-d77486753710' | /id is not of the form identity--UUID",
                "'type': 'identity', 'name': 'A', 'id': 'identity--7' | /id is not of the form identity--UUID",
                "'type': 'sensor' | /type is neither a type of STIX 2.1 nor defined by an extension",
                "'type': 'bundle' | /type is not the name of a type of objects",
                "'type': 7 | /type is not the name of a type of objects",
                "'type': 'indicator', 'pattern': \"[ipv4-addr:value = '192.0.2.1'\", 'pattern_type': 'stix', 'valid_from': '2026-01-01T00:00:00Z' | /pattern is not a STIX pattern",
                "'type': 'relationship', 'relationship_type': 'uses', 'source_ref': 'tool', 'target_ref': 'tool--2d086da7-4bdc-4f91-900e-d77486753710' | /source_ref is not a reference",
                "'type': 'location', 'latitude': 1 | /latitude stands together with longitude",
                "'type': 'location', 'name': 'here' | /region or country or latitude is required",
                "'type': 'observed-data', 'first_observed': '2026-01-02T00:00:00Z', 'last_observed': '2026-01-01T00:00:00Z', 'number_observed': 1, 'object_refs': ['file--2d086da7-4bdc-4f91-900e-d77486753710'] | /last_observed is before first_observed",
                "'type': 'opinion', 'opinion': 'meh', 'object_refs': ['report--2d086da7-4bdc-4f91-900e-d77486753710'] | /opinion is not one of the five of the standard",
                "'type': 'file', 'size': 7 | /hashes or name is required",
                "'type': 'file', 'hashes': {'MD5': '7'} | /hashes is not a dictionary of hashes",
                "'type': 'process', 'defanged': true | /type has no property that says anything",
                "'type': 'network-traffic', 'protocols': ['tcp'] | /src_ref or dst_ref is required",
                "'type': 'artifact', 'payload_bin': '%%%' | /payload_bin is not base64"
            })
    void whatIsWrongIsNamed(String members, String fault) {
        assertThat(StixRules.faults(object(members))).containsExactly(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "[]", "\"indicator\"", "null", "{}"})
    void whatIsNoObjectIsNone(String json) throws JsonProcessingException {
        assertThat(StixRules.faults(JSON.readTree(json))).isNotEmpty();
    }

    /** With all that every object needs, unless stated otherwise. */
    private static JsonNode object(String members) {
        try {
            ObjectNode stated = (ObjectNode) JSON.readTree("{" + quoted(members) + "}");
            ObjectNode object = JSON.createObjectNode()
                    .put("spec_version", "2.1")
                    .put("id", stated.path("type").asText() + "--" + UUID)
                    .put("created", "2026-01-01T00:00:00.000Z")
                    .put("modified", "2026-01-01T00:00:00.000Z");
            if (StixTypes.isObservable(stated.path("type").asText())) {
                object.remove("created");
                object.remove("modified");
            }
            return object.setAll(stated);
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException(exception);
        }
    }

    /** Single quotes stand for double ones, but within double ones. */
    private static String quoted(String members) {
        StringBuilder text = new StringBuilder();
        boolean isInside = false;
        for (char next : members.toCharArray()) {
            isInside ^= next == '"';
            text.append(next == '\'' && !isInside ? '"' : next);
        }
        return text.toString();
    }
}
