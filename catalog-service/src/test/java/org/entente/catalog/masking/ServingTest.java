package org.entente.catalog.masking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServingTest {
    private static final String ADDRESS = "ipv4-addr--28bb3599-77cd-5a82-a950-b5bcfa9f5b9e";
    private static final String TRAFFIC = "network-traffic--2568d22a-8998-58eb-99ec-3c8ca74f527d";
    private static final String TOOL = "tool--26ffb872-1dd9-446e-b6f5-d58527e5b5d2";

    private final Serving toXbb = serving("XBB");

    @Test
    void leavesTheNameOfWhatIsOnlyCut() throws Exception {
        Optional<ObjectNode> served = toXbb.object(tool(), List.of(), List.of(Mask.removing("aliases.[0]")));

        assertThat(served).hasValueSatisfying(tool -> {
            assertThat(tool.path("id").asText()).isEqualTo(TOOL);
            assertThat(tool.path("aliases")).hasSize(1);
        });
        assertThat(toXbb.isAnythingMasked()).isTrue();
    }

    @Test
    void makesAnObjectOfOursOfWhatIsAltered() throws Exception {
        Mask mask = new Mask("name", null, null, null, null, "pseudonym", null, null, null);
        ObjectNode masked = toXbb.object(tool(), List.of(), List.of(mask)).orElseThrow();

        List<ObjectNode> served = toXbb.closed(List.of(masked));

        assertThat(masked.path("id").asText()).startsWith("tool--").isNotEqualTo(TOOL);
        assertThat(served)
                .extracting(object -> object.path("type").asText())
                .containsExactly("tool", "relationship", "identity");
        assertThat(served.get(1).path("target_ref").asText())
                .startsWith("tool--")
                .isNotEqualTo(TOOL);
        assertThat(served.get(0).path("created_by_ref")).isEqualTo(served.get(2).path("id"));
    }

    @Test
    void renamesAnObservableWhoseNameIsADigestOfItsValues() throws Exception {
        ObjectNode address = read("{'type':'ipv4-addr','spec_version':'2.1','id':'" + ADDRESS
                + "','value':'198.51.100.7','belongs_to_refs':['x']}");
        ObjectNode traffic = read("{'type':'network-traffic','id':'" + TRAFFIC + "','src_ref':'" + ADDRESS + "'}");
        ObjectNode masked = toXbb.object(address, List.of(), List.of(Mask.removing("belongs_to_refs")))
                .orElseThrow();

        List<ObjectNode> served = toXbb.closed(List.of(masked, traffic));

        assertThat(served.toString()).doesNotContain(ADDRESS);
        assertThat(served.get(1).path("src_ref")).isEqualTo(masked.path("id"));
    }

    @Test
    void givesTwoPartnersNamesThatCannotBeLinked() throws Exception {
        Mask mask = new Mask("name", null, null, null, null, "pseudonym", null, null, null);
        ObjectNode forXbb = toXbb.object(tool(), List.of(), List.of(mask)).orElseThrow();

        ObjectNode forXcc =
                serving("XCC").object(tool(), List.of(), List.of(mask)).orElseThrow();

        assertThat(forXcc.path("name")).isNotEqualTo(forXbb.path("name"));
        assertThat(forXcc.path("id")).isNotEqualTo(forXbb.path("id"));
    }

    @Test
    void leavesWhatIsNotMaskedAsItIs() throws Exception {
        Optional<ObjectNode> served = toXbb.object(tool(), List.of(), List.of());

        assertThat(served).contains(tool());
        assertThat(toXbb.isAnythingMasked()).isFalse();
    }

    private static ObjectNode tool() throws Exception {
        return read("{'type':'tool','spec_version':'2.1','id':'" + TOOL + "','created':'2026-01-01T00:00:00Z',"
                + "'modified':'2026-01-01T00:00:00Z','name':'Lantern','aliases':['Lamp','Light']}");
    }

    private static ObjectNode read(String json) throws Exception {
        return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
    }

    private static Serving serving(String partner) {
        MaskingPolicy policy = new MaskingPolicy(List.of(), List.of(), Map.of());
        Pseudonyms pseudonyms = Pseudonyms.of(partner, new Keys());
        Derivation derivation = new Derivation(pseudonyms, "XAA", Instant.parse("2026-11-23T00:00:00Z"));
        return new Serving(policy, policy.with(pseudonyms), derivation, partner);
    }
}
