package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.policyAdministrator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire form of labels and banners, sentence by sentence (DESIGN section 10), over HTTP. */
@QuarkusTest
class BannerWireFormsResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAIN = "{'policy':'ALLIANCE','classification':'SECRET'}";
    private static final String BANNER = "{'policy':'ALLIANCE','classification':'SECRET','originators':['XAA','XBB'],"
            + "'releasableTo':[],'displayableTo':['XCC'],'compartments':['ALLIANCE:ORION'],'originatorControlled':true,"
            + "'proprietaryOwners':['A','B'],'categories':['public','uncategorised'],"
            + "'exportControls':[{'regime':'EU','code':'1'},{'regime':'EU','code':'2'}],'tlp':'RED'}";

    /** Groups by which members come and go on the days that the instants are about. */
    @BeforeEach
    void publishGroups() {
        String policy = "{'name':'WIRE','levels':[{'name':'OPEN','is':'UNCLASSIFIED'},{'name':'SHUT','is':'SECRET'}],"
                + "'groups':[{'code':'DATED','members':[{'code':'XBB','from':'2026-06-01','until':'2026-06-02'}]},"
                + "{'code':'AB1','members':[{'code':'XCC'}]},"
                + "{'code':'LEAP','members':[{'code':'XBB','until':'2017-01-01'}]},"
                + "{'code':'ETERNAL','members':[{'code':'XBB','until':'9999-12-31'}]}]}";
        int status = policyAdministrator()
                .body(json(policy))
                .put("/catalog/marking-policies/WIRE")
                .statusCode();
        assertThat(status).isIn(200, 201);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            releasableTo        | ['*','XBB']                  | /releasableTo/0
            releasableTo        | ['XBB','*']                  | /releasableTo/1
            releasableTo        | ['*','TRIO']                 | /releasableTo/0
            displayableTo       | ['XBB','*']                  | /displayableTo/1
            releasableTo        | ['ABC']                      | /releasableTo/0
            releasableTo        | ['QLZ']                      | /releasableTo/0
            releasableTo        | ['ZYZ']                      | /releasableTo/0
            releasableTo        | ['xbb']                      | /releasableTo/0
            releasableTo        | [' XBB']                     | /releasableTo/0
            releasableTo        | ['']                         | /releasableTo/0
            releasableTo        | ['DATED']                    | /releasableTo/0
            releasableTo        | [null]                       | /releasableTo/0
            releasableTo        | [['XBB']]                    | /releasableTo/0
            releasableTo        | '*'                          | /releasableTo
            releasableTo        | {}                           | /releasableTo
            originator          | 'DATED'                      | /originator
            originator          | '*'                          | /originator
            originator          | ['XAA']                      | /originator
            policy              | 'alliance'                   | /policy
            policy              | 'NOWHERE'                    | /policy
            policy              | null                         | /policy
            classification      | 'secret'                     | /classification
            classification      | 'TOP SECRET'                 | /classification
            classification      | 'SHUT'                       | /classification
            classification      | null                         | /classification
            classification      | 3                            | /classification
            compartments        | ['NOWHERE:ORION']            | /compartments/0
            compartments        | [':ORION']                   | /compartments/0
            compartments        | ['ALLIANCE:']                | /compartments/0
            compartments        | ['ALLIANCE:ORION:B']         | /compartments/0
            compartments        | ['']                         | /compartments/0
            originatorControlled | 'true'                      | /originatorControlled
            originatorControlled | 1                           | /originatorControlled
            proprietaryOwners   | ['']                         | /proprietaryOwners/0
            proprietaryOwners   | ['A\\u0000']                 | /proprietaryOwners/0
            categories          | ['uncategorised']            | /categories/0
            categories          | ['public','uncategorised']   | /categories/1
            categories          | ['PUBLIC']                   | /categories/0
            exportControls      | ['EU']                       | /exportControls/0
            exportControls      | [{'regime':'EU'}]            | /exportControls/0/code
            exportControls      | [{'regime':'','code':'1'}]   | /exportControls/0/regime
            exportControls      | [{'regime':'EU','code':1}]   | /exportControls/0/code
            tlp                 | 'WHITE'                      | /tlp
            tlp                 | 'amber+strict'               | /tlp
            tlp                 | 'TLP:RED'                    | /tlp
            tlp                 | ''                           | /tlp
            tlp                 | 4                            | /tlp
            owner               | 'XAA'                        | /owner
            Policy              | 'ALLIANCE'                   | /Policy
            also                | {}                           | /also
            also                | [{'policy':'ALLIANCE'}]      | /also/0/classification
            """)
    void whatIsUnknownInALabelIsNamed(String field, String value, String pointer) throws JsonProcessingException {
        ObjectNode label = (ObjectNode) JSON.readTree(json(PLAIN));
        label.set(field, JSON.readTree(json(value)));

        Response refused = banner("{'originator':'XAA','labels':[" + PLAIN + "," + label + "]}");

        refused.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("/labels/1" + pointer));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            originators         | ['XBB','XAA']                | /originators
            originators         | ['XAA','XAA','XBB']          | /originators
            originators         | []                           | /originators
            originators         | ['*']                        | /originators/0
            originators         | ['XAA']                      | /releasableTo
            originator          | 'XAA'                        | /originator
            releasableTo        | ['XCC','XBB']                | /releasableTo
            releasableTo        | ['XBB','XBB']                | /releasableTo
            releasableTo        | ['AB1']                      | /releasableTo/0
            releasableTo        | null                         | /releasableTo
            releasableTo        | ['XDD']                      | /displayableTo
            displayableTo       | null                         | /displayableTo
            displayableTo       | ['XDD','XCC']                | /displayableTo
            compartments        | ['ORION']                    | /compartments
            compartments        | null                         | /compartments
            proprietaryOwners   | ['B','A']                    | /proprietaryOwners
            categories          | []                           | /categories
            categories          | ['uncategorised','public']   | /categories
            exportControls      | [{'regime':'EU','code':'2'},{'regime':'EU','code':'1'}] | /exportControls
            exportControls      | null                         | /exportControls
            """)
    void aBannerThatIsNotInNormalFormIsRefused(String field, String value, String pointer)
            throws JsonProcessingException {
        ObjectNode label = (ObjectNode) JSON.readTree(json(BANNER));
        label.set(field, JSON.readTree(json(value)));

        Response refused = banner("{'labels':[" + label + "]}");

        refused.then().statusCode(400).body("field", equalTo("/labels/0" + pointer));
    }

    @Test
    void aBannerIsTakenAsItIs() throws JsonProcessingException {
        Response answer = banner("{'labels':[" + BANNER + "]}");

        assertThat(JSON.readTree(answer.asString()).at("/banner")).isEqualTo(JSON.readTree(json(BANNER)));
    }

    @Test
    void theBannerOfABannerIsItself() throws JsonProcessingException {
        String labels = "{'originator':'XAA','labels':[{'policy':'WIRE','classification':'SHUT',"
                + "'releasableTo':['AB1','XDD','XBB'],'compartments':['B','A','ALLIANCE:C'],'tlp':'GREEN'}," + PLAIN
                + "]}";
        JsonNode first = JSON.readTree(banner(labels).asString()).at("/banner");

        Response again = banner("{'labels':[" + first + "]}");

        assertThat(JSON.readTree(again.asString()).at("/banner")).isEqualTo(first);
    }

    @Test
    void everySetIsWrittenAndSorted() throws JsonProcessingException {
        String request = "{'originator':'XAA','labels':[{'policy':'WIRE','classification':'SHUT','originator':'XBB',"
                + "'releasableTo':['XDD','AB1','XDD','XAA'],'compartments':['B','A','ALLIANCE:C','B'],"
                + "'proprietaryOwners':['Z','A','Z'],'categories':['sensitive','public','sensitive'],'exportControls':"
                + "[{'regime':'US','code':'1'},{'regime':'EU','code':'2'},{'regime':'EU','code':'1'},{'regime':'EU','code':'1'}]}]}";

        Response answer = banner(request);

        assertThat(JSON.readTree(answer.asString()).at("/banner"))
                .isEqualTo(JSON.readTree(json("{'policy':'WIRE','classification':'SHUT','originators':['XBB'],"
                        + "'releasableTo':['XAA','XBB','XCC','XDD'],'displayableTo':['XAA','XBB','XCC','XDD'],"
                        + "'compartments':['ALLIANCE:C','WIRE:A','WIRE:B'],'originatorControlled':false,"
                        + "'proprietaryOwners':['A','Z'],'categories':['public','sensitive'],'exportControls':"
                        + "[{'regime':'EU','code':'1'},{'regime':'EU','code':'2'},{'regime':'US','code':'1'}]}")));
    }

    @Test
    void nullIsAbsent() {
        Response answer = banner("{'originator':'XAA','instant':null,'labels':[{'policy':'ALLIANCE',"
                + "'classification':'SECRET','originator':null,'originators':null,'releasableTo':null,"
                + "'displayableTo':null,'compartments':null,'originatorControlled':null,'proprietaryOwners':null,"
                + "'categories':null,'exportControls':null,'tlp':null,'also':null}]}");

        answer.then()
                .statusCode(200)
                .body("banner.originators", contains("XAA"))
                .body("banner.releasableTo", contains("XAA"))
                .body("banner.displayableTo", contains("XAA"))
                .body("banner.categories", contains("uncategorised"));
        assertThat(answer.asString()).doesNotContain("\"tlp\"", "\"originator\"", "null");
    }

    @Test
    void everyoneTwiceIsEveryone() {
        Response answer = banner("{'originator':'XAA','labels':[{'policy':'ALLIANCE','classification':'SECRET',"
                + "'releasableTo':['*','*'],'displayableTo':['XBB']}]}");

        answer.then().body("banner.releasableTo", contains("*")).body("banner.displayableTo", contains("*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRA", "AAA", "AAZ", "QMA", "QZZ", "XAA", "XZZ", "ZZA", "ZZZ"})
    void nationsAreAssignedOrUserAssigned(String nation) {
        Response answer = banner("{'originator':'" + nation + "','labels':[" + PLAIN + "]}");

        answer.then().statusCode(200).body("banner.releasableTo", contains(nation));
    }

    @Test
    void tenThousandLabelsAreRolledUpAndNoMore() {
        String labels = IntStream.range(0, 10_000)
                .mapToObj(number -> "{'policy':'ALLIANCE','classification':'SECRET','releasableTo':['XBB','X"
                        + (char) ('A' + number % 26) + "B'],'compartments':['C" + number + "']}")
                .collect(Collectors.joining(","));

        Response answer = banner("{'originator':'XAA','labels':[" + labels + "]}");

        answer.then()
                .statusCode(200)
                .body("banner.compartments", hasSize(10_000))
                .body("banner.releasableTo", contains("XAA", "XBB"));
        banner("{'originator':'XAA','labels':[" + labels + "," + PLAIN + "]}")
                .then()
                .statusCode(413)
                .body("field", equalTo("/labels"));
    }

    private static Response banner(String request) {
        return xbbAnalyst().body(json(request)).post("/catalog/labels/banner");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
