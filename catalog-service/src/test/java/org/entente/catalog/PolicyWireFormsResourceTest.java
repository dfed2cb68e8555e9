package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.policyAdministrator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire form of marking policies, sentence by sentence (DESIGN section 10), over HTTP. */
@QuarkusTest
class PolicyWireFormsResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LEVELS = "'levels':[{'name':'OPEN','is':'UNCLASSIFIED'}]";
    private static final String FIXED = "'levels':[{'name':'UNCLASSIFIED','is':'UNCLASSIFIED'},"
            + "{'name':'RESTRICTED','is':'RESTRICTED'},{'name':'CONFIDENTIAL','is':'CONFIDENTIAL'},"
            + "{'name':'SECRET','is':'SECRET'},{'name':'TOP-SECRET','is':'TOP-SECRET'}]";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'code':'TRI','members':[]}                                                  | /groups/0/code
            {'code':'trio','members':[]}                                                 | /groups/0/code
            {'code':'*','members':[]}                                                    | /groups/0/code
            {'code':'','members':[]}                                                     | /groups/0/code
            {'code':'TRIO'}                                                              | /groups/0/members
            {'code':'TRIO','members':null}                                               | /groups/0/members
            {'code':'TRIO','members':{}}                                                 | /groups/0/members
            {'code':'TRIO','members':['XBB']}                                            | /groups/0/members/0
            {'code':'TRIO','members':[{'code':'*'}]}                                     | /groups/0/members/0/code
            {'code':'TRIO','members':[{'code':'ABC'}]}                                   | /groups/0/members/0/code
            {'code':'TRIO','members':[{'code':'xbb'}]}                                   | /groups/0/members/0/code
            {'code':'TRIO','members':[{'code':'TRIO'}]}                                  | /groups/0
            {'code':'TRIO','members':[{'code':'TRIO','until':'2000-01-01'}]}             | /groups/0
            {'code':'TRIO','members':[{}]}                                               | /groups/0/members/0/code
            {'code':'TRIO','members':[{'code':'XBB','since':'2026-01-01'}]}              | /groups/0/members/0/since
            {'code':'TRIO','members':[{'code':'XBB','from':'2026-01-01','until':'2026-01-01'}]} | /groups/0/members/0/until
            {'code':'TRIO','members':[{'code':'XBB','from':'2026-01-02','until':'2026-01-01'}]} | /groups/0/members/0/until
            {'code':'TRIO','members':[{'code':'XBB','from':'2026-02-29'}]}               | /groups/0/members/0/from
            {'code':'TRIO','members':[{'code':'XBB','from':'2026-1-1'}]}                 | /groups/0/members/0/from
            {'code':'TRIO','members':[{'code':'XBB','from':'20260101'}]}                 | /groups/0/members/0/from
            {'code':'TRIO','members':[{'code':'XBB','from':'2026-01-01T00:00:00Z'}]}     | /groups/0/members/0/from
            {'code':'TRIO','members':[{'code':'XBB','until':'+12026-01-01'}]}            | /groups/0/members/0/until
            {'code':'TRIO','members':[{'code':'XBB','until':'-2026-01-01'}]}             | /groups/0/members/0/until
            {'code':'TRIO','members':[{'code':'XBB','until':20260101}]}                  | /groups/0/members/0/until
            {'code':'TRIO','members':[],'name':'Three'}                                  | /groups/0/name
            """)
    void anUnsoundGroupIsNamed(String group, String pointer) {
        Response refused = put("XWA", "{'name':'XWA'," + LEVELS + ",'groups':[" + group + "]}");

        refused.then().statusCode(400).contentType("application/problem+json").body("field", equalTo(pointer));
        xbbAnalyst().get("/catalog/marking-policies/XWA").then().statusCode(404);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                                          | /levels
            null                                                        | /levels
            {}                                                          | /levels
            ['SECRET']                                                  | /levels/0
            [{'name':'A'}]                                              | /levels/0/is
            [{'is':'SECRET'}]                                           | /levels/0/name
            [{'name':'A','is':'secret'}]                                | /levels/0/is
            [{'name':'A','is':'COSMIC'}]                                | /levels/0/is
            [{'name':'A','is':['SECRET','RESTRICTED']}]                 | /levels/0/is
            [{'name':'A:B','is':'SECRET'}]                              | /levels/0/name
            [{'name':' A','is':'SECRET'}]                               | /levels/0/name
            [{'name':'A','is':'SECRET'},{'name':'A','is':'TOP-SECRET'}] | /levels/1/name
            [{'name':'A','is':'SECRET'},{'name':'B','is':'CONFIDENTIAL'}] | /levels/1/is
            [{'name':'A','is':'SECRET','rank':1}]                       | /levels/0/rank
            """)
    void anUnsoundLevelIsNamed(String levels, String pointer) {
        Response refused = put("XWA", "{'name':'XWA','levels':" + levels + "}");

        refused.then().statusCode(400).body("field", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "'XWA'", "{", "{'name':'XWA','name':'XWA'}"})
    void whatIsNoPolicyIsRefused(String document) {
        Response refused = put("XWA", document);

        refused.then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'levels':[]",
                "'levels':[{'name':'SECRET','is':'SECRET'}]",
                "'levels':[{'name':'UNCLASSIFIED','is':'SECRET'}]"
            })
    void theLevelsOfTheAllianceAreFixed(String levels) {
        Response refused = put("ALLIANCE", "{'name':'ALLIANCE'," + levels + ",'groups':[]}");

        refused.then().statusCode(409).contentType("application/problem+json").body("field", equalTo("/levels"));
    }

    @Test
    void theLevelsOfTheAllianceMayBeWrittenAsTheyAre() throws JsonProcessingException {
        String before = xbbAnalyst().get("/catalog/marking-policies/ALLIANCE").asString();
        String groups = JSON.readTree(before).get("groups").toString();

        Response published = put("ALLIANCE", "{'name':'ALLIANCE'," + FIXED + ",'groups':" + groups + "}");

        assertThat(published.statusCode()).isIn(200, 201);
        published.then().body("levels.name", hasSize(5));
    }

    @Test
    void groupsAreOfTheSamePolicyAndThenOfTheAlliance() throws JsonProcessingException {
        String before = xbbAnalyst().get("/catalog/marking-policies/ALLIANCE").asString();
        String groups = JSON.readTree(before).get("groups").toString();
        String wire =
                "{'code':'WIRE-PAIR','members':[{'code':'XBB'},{'code':'XBB'},{'code':'XCC','from':'0000-01-01'}]}";
        if (!groups.contains("WIRE-PAIR")) {
            groups = groups.equals("[]") ? "[" + wire + "]" : groups.replaceFirst("]$", "," + wire + "]");
        }
        put("ALLIANCE", "{'name':'ALLIANCE','groups':" + groups + "}");

        Response published = put(
                "XWB",
                "{'name':'XWB'," + LEVELS
                        + ",'groups':[{'code':'OUTER','members':[{'code':'INNER'},{'code':'WIRE-PAIR'}]},"
                        + "{'code':'INNER','members':[{'code':'XDD','until':'9999-12-31'}]}]}");

        published.then().statusCode(201);
        banner("XWB", "OUTER").then().body("banner.releasableTo", contains("XAA", "XBB", "XCC", "XDD"));
        put("ALLIANCE", "{'name':'ALLIANCE','groups':[]}")
                .then()
                .statusCode(400)
                .body("field", equalTo("/groups"));
    }

    @Test
    void theNewestVersionWins() {
        put("XWC", "{'name':'XWC'," + LEVELS + ",'groups':[{'code':'ONES','members':[{'code':'XBB'}]}]}");
        put("XWC", "{'name':'XWC'," + LEVELS + ",'groups':[{'code':'ONES','members':[{'code':'XCC'}]}]}");

        Response answer = banner("XWC", "ONES");

        answer.then().statusCode(200).body("banner.releasableTo", contains("XAA", "XCC"));
        xbbAnalyst().get("/catalog/marking-policies/XWC").then().body("version", equalTo(2));
    }

    @Test
    void groupsMayNestAsDeepAsTheyAreMany() {
        String chain = IntStream.range(0, 2_000)
                .mapToObj(number -> "{'code':'DEEP-" + number + "','members':[{'code':'"
                        + (number == 1_999 ? "XBB" : "DEEP-" + (number + 1)) + "'}]}")
                .collect(Collectors.joining(","));

        Response published = put("XWD", "{'name':'XWD'," + LEVELS + ",'groups':[" + chain + "]}");

        published.then().statusCode(201);
        banner("XWD", "DEEP-0").then().statusCode(200).body("banner.releasableTo", contains("XAA", "XBB"));
        put("XWD", "{'name':'XWD'," + LEVELS + ",'groups':[" + chain.replace("'XBB'", "'DEEP-0'") + "]}")
                .then()
                .statusCode(400);
    }

    @Test
    void groupsThatMeetAgainAndAgainAreExpandedOnce() {
        String ladder = IntStream.range(0, 200)
                .mapToObj(number -> {
                    String below = number == 199 ? "'XBB'" : "'A-" + (number + 1) + "'";
                    String beside = number == 199 ? "'XCC'" : "'B-" + (number + 1) + "'";
                    String members = "'members':[{'code':" + below + "},{'code':" + beside + "}]}";
                    return "{'code':'A-" + number + "'," + members + ",{'code':'B-" + number + "'," + members;
                })
                .collect(Collectors.joining(","));
        put("XWE", "{'name':'XWE'," + LEVELS + ",'groups':[" + ladder + "]}")
                .then()
                .statusCode(201);

        Response answer = banner("XWE", "A-0");

        answer.then().body("banner.releasableTo", contains("XAA", "XBB", "XCC"));
    }

    private static Response put(String name, String policy) {
        return policyAdministrator().body(policy.replace('\'', '"')).put("/catalog/marking-policies/{name}", name);
    }

    private static Response banner(String policy, String group) {
        String request = "{'originator':'XAA','labels':[{'policy':'" + policy
                + "','classification':'OPEN','releasableTo':['" + group + "']}]}";
        return xbbAnalyst().body(request.replace('\'', '"')).post("/catalog/labels/banner");
    }
}
