package org.entente.label.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.label.stix.Bundles.UUID;
import static org.entente.label.stix.Bundles.bundle;
import static org.entente.label.stix.Bundles.object;
import static org.entente.label.stix.Bundles.portion;
import static org.entente.label.stix.Bundles.portions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.label.Json;
import org.junit.jupiter.api.Test;

class ReassemblyTest {

    private static final String MALWARE = "malware--" + UUID + "444444444444";
    private static final String RED = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed";

    private final List<Portion> campaign = portions(Bundles.campaign());

    @Test
    void givesBackTheObjectToWhomMaySeeAllOfIt() {
        ObjectNode whole =
                reassembled(campaign, MALWARE, "description", "external_references.[0]", "external_references.[0].url");

        assertThat(whole).isEqualTo(Bundles.campaign().at("/objects/3"));
    }

    @Test
    void leavesNoTraceOfWhatIsWithheld() {
        ObjectNode part = reassembled(campaign, MALWARE);

        assertThat(part.has("description")).isFalse();
        assertThat(part.get("external_references"))
                .isEqualTo(Json.of("[{'source_name':'closed report','url':'https://example.org/b'}]"));
        assertThat(part.get("granular_markings"))
                .isEqualTo(Json.of("[{'marking_ref':'marking-definition--" + UUID
                        + "111111111111','selectors':['external_references.[0].url']},"
                        + "{'lang':'en','selectors':['external_references.[0].source_name']}]"));
    }

    @Test
    void withholdsOnlyTheInnerOfTwoSelections() {
        ObjectNode part = reassembled(campaign, MALWARE, "external_references.[0]");

        assertThat(part.at("/external_references/0")).isEqualTo(Json.of("{'source_name':'open report'}"));
        assertThat(part.get("external_references")).hasSize(2);
    }

    @Test
    void hasNoPlaceForTheInnerOfTwoSelectionsWithoutTheOuter() {
        ObjectNode part = reassembled(campaign, MALWARE, "external_references.[0].url");

        assertThat(part).isEqualTo(reassembled(campaign, MALWARE));
    }

    @Test
    void dropsContainersThatWouldBeEmpty() {
        List<Portion> portions = portions(bundle(object(
                "malware",
                "000000000001",
                ",'x_deep':{'list':[{'only':'secret'}]},'x_kept':[],'granular_markings':[{'marking_ref':'" + RED
                        + "','selectors':['x_deep.list.[0].only']}]")));

        ObjectNode part = reassembled(portions, "malware--" + UUID + "000000000001");

        assertThat(part).isEqualTo(Json.of(object("malware", "000000000001", ",'x_kept':[]")));
    }

    @Test
    void movesTheSelectorsOfLaterElements() {
        List<Portion> portions = portions(bundle(object(
                "malware",
                "000000000001",
                ",'aliases':['a','b','c','d'],'granular_markings':[{'marking_ref':'" + RED
                        + "','selectors':['aliases.[0]','aliases.[2]','aliases.[3]']}]")));

        ObjectNode part = reassembled(portions, "malware--" + UUID + "000000000001", "aliases.[3]");

        assertThat(part.get("aliases")).isEqualTo(Json.of("['b','d']"));
        assertThat(part.at("/granular_markings/0/selectors")).isEqualTo(Json.of("['aliases.[1]']"));
    }

    private static ObjectNode reassembled(List<Portion> portions, String objectId, String... permitted) {
        Map<String, JsonNode> properties = Arrays.stream(permitted)
                .collect(Collectors.toMap(selector -> selector, selector -> portion(portions, objectId + "#" + selector)
                        .content()));
        return StixPortions.reassemble((ObjectNode) portion(portions, objectId).content(), properties);
    }
}
