package org.entente.label.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entente.label.stix.Bundles.UUID;
import static org.entente.label.stix.Bundles.bundle;
import static org.entente.label.stix.Bundles.object;

import com.fasterxml.jackson.databind.JsonNode;
import org.entente.label.Label;
import org.entente.label.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkingsTest {

    private static final String OWN_ID = "marking-definition--" + UUID + "000000000002";

    @ParameterizedTest
    @CsvSource({
        "613f2e26-407d-48c7-9eca-b8e91df99dc9, CLEAR",
        "34098fce-860f-48ae-8e50-ebd3cc5e41da, GREEN",
        "f88d31f6-486f-44da-b317-01333bde0b82, AMBER",
        "5e57c739-391a-4eb3-b6be-7d15ca92d5ed, RED",
        "94868c89-83c2-464b-929b-a1a8aa3c8487, CLEAR",
        "bab4a63c-aed9-4cf5-a766-dfca5abac2bb, GREEN",
        "55d920b0-5e8b-4f79-9ee9-91f868d9b421, AMBER",
        "939a9414-2ddd-4d32-a0cd-375ea402b003, AMBER_STRICT",
        "e828b379-4e03-4974-9ac4-e53a884c97c1, RED"
    })
    void theWellKnownOnesNeedNotBeInTheBundle(String uuid, Tlp tlp) {
        assertThat(labelUnder("marking-definition--" + uuid)).isEqualTo(Bundles.DEFAULT.withTlp(tlp));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'definition_type':'tlp','definition':{'tlp':'white'}  | CLEAR",
                "'definition_type':'tlp','definition':{'tlp':'amber'}  | AMBER",
                "'extensions':{'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d':{'extension_type':'property-extension','tlp_2_0':'amber+strict'}} | AMBER_STRICT",
                "'definition_type':'TLP:RED','extensions':{'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d':{'tlp_2_0':'red'}} | RED"
            })
    void ofTlpAreUnderstoodInBothVersions(String definition, Tlp tlp) {
        assertThat(labelUnder(OWN_ID, marking(definition))).isEqualTo(Bundles.DEFAULT.withTlp(tlp));
    }

    @Test
    void ofSeveralKindsAllCount() {
        Label label = labelUnder(
                OWN_ID + "','marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed",
                marking("'extensions':{'" + LabelMarking.EXTENSION
                        + "':{'label':{'policy':'ALLIANCE','classification':'SECRET','tlp':'GREEN'}}}"));

        assertThat(label).isEqualTo(Label.of("ALLIANCE", "SECRET").withTlp(Tlp.RED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'definition_type':'house','definition':{'x':1}",
                "'definition_type':'statement'",
                "'extensions':{}",
                "'extensions':{'extension-definition--3a65884d-005a-4290-8335-cb2d778a83ce':{'identifier':'x'}}",
                "'definition_type':'statement','definition':{'statement':'x'},'extensions':{'extension-definition--3a65884d-005a-4290-8335-cb2d778a83ce':{}}",
            })
    void ofAnUnknownKindCannotBeReferredTo(String definition) {
        refuses("/objects/0/object_marking_refs/0", OWN_ID, marking(definition));
    }

    @Test
    void absentOnesCannotBeReferredTo() {
        refuses("/objects/0/object_marking_refs/0", OWN_ID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'definition_type':'tlp','definition':{'tlp':'pink'}                 | /definition/tlp",
                "'extensions':{'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d':{'tlp_2_0':'white'}} | /extensions/extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d/tlp_2_0",
                "'extensions':{'OURS':{'label':{'policy':'ALLIANCE'}}}               | /extensions/OURS/label/classification",
                "'extensions':{'OURS':{'label':{'policy':'ALLIANCE','classification':'SECRET','releasableTo':['XBB','ABC']}}} | /extensions/OURS/label/releasableTo/1",
                "'extensions':{'OURS':{'labels':[]}}                                 | /extensions/OURS/labels",
                "'extensions':{'OURS':{}}                                            | /extensions/OURS/label"
            })
    void thatSaySomethingUnknownAreRefused(String definition, String pointer) {
        refuses(
                "/objects/1" + pointer.replace("OURS", LabelMarking.EXTENSION),
                OWN_ID,
                marking(definition.replace("OURS", LabelMarking.EXTENSION)));
    }

    @Test
    void thatTurnAWellKnownOneIntoAnotherAreRefused() {
        String red = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed";

        refuses(
                "/objects/1",
                red,
                marking("'definition_type':'tlp','definition':{'tlp':'white'}").replace(OWN_ID, red));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'selectors':['name']}                                          | ``",
                "{'marking_ref':'RED','lang':'en','selectors':['name']}          | ``",
                "{'marking_ref':'RED'}                                           | /selectors",
                "{'marking_ref':'RED','selectors':[]}                            | /selectors",
                "{'marking_ref':'RED','selectors':['name',5]}                    | /selectors/1",
                "{'marking_ref':'RED','selectors':['nickname']}                  | /selectors/0",
                "{'marking_ref':'RED','selectors':['aliases.[2]']}               | /selectors/0",
                "{'marking_ref':'RED','selectors':['aliases.[01]']}              | /selectors/0",
                "{'marking_ref':'RED','selectors':['aliases..[0]']}              | /selectors/0",
                "{'marking_ref':'RED','selectors':['id']}                        | /selectors/0",
                "{'marking_ref':'RED','selectors':['object_marking_refs.[0]']}   | /selectors/0",
                "{'marking_ref':'marking-definition--1','selectors':['name']}    | /marking_ref"
            })
    void ofPropertiesAreRefusedWhereTheySelectNothing(String granular, String pointer) {
        String markings = granular.replace("RED", "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed");

        assertThatExceptionOfType(StixException.class)
                .isThrownBy(() -> Bundles.portions(bundle(object(
                        "malware",
                        "000000000001",
                        ",'name':'x','aliases':['a','b'],'granular_markings':[" + markings + "]"))))
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/objects/0/granular_markings/0" + pointer));
    }

    private static Label labelUnder(String reference, String... others) {
        return Bundles.portions(marked(reference, others)).get(0).label();
    }

    private static void refuses(String pointer, String reference, String... others) {
        assertThatExceptionOfType(StixException.class)
                .isThrownBy(() -> Bundles.portions(marked(reference, others)))
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo(pointer));
    }

    private static JsonNode marked(String reference, String... others) {
        String malware = object("malware", "000000000001", ",'object_marking_refs':['" + reference + "']");
        return others.length == 0 ? bundle(malware) : bundle(malware, others[0]);
    }

    private static String marking(String definition) {
        return "{'type':'marking-definition','id':'" + OWN_ID + "','created':'2026-01-01T00:00:00Z'," + definition
                + "}";
    }
}
