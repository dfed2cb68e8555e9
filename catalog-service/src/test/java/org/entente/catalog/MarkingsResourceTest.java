package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.as;
import static org.entente.catalog.Callers.policyAdministrator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class MarkingsResourceTest {
    private static final String LEVELS = "[{'name':'OFFEN','is':'UNCLASSIFIED'},{'name':'GEHEIM','is':'SECRET'}]";

    @Test
    void putsAPolicyInForceAndTellsIt() {
        ValidatableResponse published = put("XDD", "{'name':'XDD','levels':" + LEVELS + "}");

        published.statusCode(201).body("version", equalTo(1)).body("levels.name", equalTo(List.of("OFFEN", "GEHEIM")));
        assertThat(Events.await("org.entente.catalog.marking-policy.published.v1", "XDD"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.at("/data/version").asInt()).isEqualTo(1);
                    assertThat(event.at("/data/levels/1/is").asText()).isEqualTo("SECRET");
                });
    }

    @Test
    void countsVersionsOfWhatChanges() {
        put("XEE", "{'name':'XEE','levels':" + LEVELS + "}").statusCode(201);
        put("XEE", "{'name':'XEE','levels':" + LEVELS + "}").statusCode(200).body("version", equalTo(1));

        put("XEE", "{'name':'XEE','levels':" + LEVELS + ",'groups':[{'code':'PAIR','members':[{'code':'XBB'}]}]}")
                .statusCode(200)
                .body("version", equalTo(2));

        xbbAnalyst().get("/catalog/marking-policies/XEE").then().body("groups.code", equalTo(List.of("PAIR")));
    }

    @Test
    void knowsTheAllianceFromTheStart() {
        xbbAnalyst()
                .get("/catalog/marking-policies/ALLIANCE")
                .then()
                .statusCode(200)
                .body("levels[0].name", equalTo("UNCLASSIFIED"));
    }

    @Test
    void doesNotKnowAnyOther() {
        xbbAnalyst().get("/catalog/marking-policies/XZZ").then().statusCode(404);
    }

    @Test
    void changesTheGroupsOfTheAlliance() {
        String groups = "'groups':[{'code':'DUET','members':[{'code':'XBB'},{'code':'XCC','until':'2026-06-01'}]}]";

        put("ALLIANCE", "{'name':'ALLIANCE'," + groups + "}").statusCode(oneOf(200, 201));

        banner("{'originator':'XAA','instant':'2026-05-31T23:59:59Z','labels':[" + label("RESTRICTED", "'DUET'") + "]}")
                .body("banner.releasableTo", equalTo(List.of("XAA", "XBB", "XCC")));
        banner("{'originator':'XAA','instant':'2026-06-01T01:00:00+01:00','labels':[" + label("RESTRICTED", "'DUET'")
                        + "]}")
                .body("banner.releasableTo", equalTo(List.of("XAA", "XBB")));
    }

    static Stream<Arguments> badPolicies() {
        return Stream.of(
                bad(409, "/levels", "ALLIANCE", "{'name':'ALLIANCE','levels':" + LEVELS + "}"),
                bad(400, "/name", "XFF", "{'name':'XGG','levels':" + LEVELS + "}"),
                bad(400, "/name", "XFF", "{'levels':" + LEVELS + "}"),
                bad(400, "/levels", "XFF", "{'name':'XFF'}"),
                bad(400, "/colour", "XFF", "{'name':'XFF','colour':1,'levels':" + LEVELS + "}"),
                bad(
                        400,
                        "/levels/1/is",
                        "XFF",
                        "{'name':'XFF','levels':[{'name':'A','is':'SECRET'},{'name':'B','is':'RESTRICTED'}]}"),
                bad(
                        400,
                        "/levels/1/name",
                        "XFF",
                        "{'name':'XFF','levels':[{'name':'A','is':'SECRET'},{'name':'A','is':'SECRET'}]}"),
                bad(
                        400,
                        "/groups/0/members/0/code",
                        "XFF",
                        "{'name':'XFF','levels':" + LEVELS
                                + ",'groups':[{'code':'PAIR','members':[{'code':'NOBODY'}]}]}"));
    }

    @ParameterizedTest
    @MethodSource("badPolicies")
    void refusesAPolicyAndNamesTheField(int status, String field, String name, String policy) {
        String before = Database.find("select count(*) from marking_policy");

        ValidatableResponse refused = put(name, policy);

        refused.statusCode(status).contentType("application/problem+json").body("field", equalTo(field));
        assertThat(Database.find("select count(*) from marking_policy")).isEqualTo(before);
    }

    @Test
    void refusesACycle() {
        put(
                        "XFF",
                        "{'name':'XFF','levels':" + LEVELS + ",'groups':[{'code':'EINS','members':[{'code':'ZWEI'}]},"
                                + "{'code':'ZWEI','members':[{'code':'EINS'}]}]}")
                .statusCode(400);
    }

    @Test
    void isForTheHomePolicyAdministratorOnly() {
        as(Callers.home("xbb-policy", "policy-administrator").partner("XBB"))
                .body(json("{'name':'XHH','levels':" + LEVELS + "}"))
                .put("/catalog/marking-policies/XHH")
                .then()
                .statusCode(403);
        Callers.originator()
                .body(json("{'name':'XHH','levels':" + LEVELS + "}"))
                .put("/catalog/marking-policies/XHH")
                .then()
                .statusCode(403);
    }

    @Test
    void calculatesABannerWithReasons() {
        banner("{'originator':'XAA','labels':[" + label("SECRET", "'XBB','XCC'") + "," + label("RESTRICTED", "'XBB'")
                        + "]}")
                .statusCode(200)
                .body("banner.classification", equalTo("SECRET"))
                .body("banner.releasableTo", equalTo(List.of("XAA", "XBB")))
                .body("banner.exportControls", equalTo(List.of()))
                .body("banner.originators", equalTo(List.of("XAA")))
                .body("banner", not(hasItem("tlp")))
                .body("reasons.size()", not(equalTo(0)));
    }

    static Stream<Arguments> badRequests() {
        return Stream.of(
                Arguments.of("", "null"),
                Arguments.of("/labels", "{}"),
                Arguments.of("/labels", "{'labels':[]}"),
                Arguments.of("/labels/0", "{'labels':[null]}"),
                Arguments.of("/labels", "{'labels':7}"),
                Arguments.of("/colour", "{'colour':7}"),
                Arguments.of("/originator", "{'originator':'xaa','labels':[" + label("SECRET", "'XBB'") + "]}"),
                Arguments.of("/instant", "{'instant':'yesterday','labels':[" + label("SECRET", "'XBB'") + "]}"),
                Arguments.of("/instant", "{'instant':'2026-13-01T00:00:00Z','labels':[" + label("SECRET", "") + "]}"),
                Arguments.of("/instant", "{'instant':1700000000,'labels':[" + label("SECRET", "") + "]}"),
                Arguments.of("/labels/0/originator", "{'labels':[" + label("SECRET", "'XBB'") + "]}"),
                Arguments.of(
                        "/labels/1/classification",
                        "{'originator':'XAA','labels':[" + label("SECRET", "") + "," + label("COSMIC", "") + "]}"),
                Arguments.of(
                        "/labels/0/releasableTo/0",
                        "{'originator':'XAA','labels':[" + label("SECRET", "'NOWHERE'") + "]}"),
                Arguments.of("/labels/0/policy", "{'originator':'XAA','labels':[{'classification':'SECRET'}]}"),
                Arguments.of(
                        "/labels/0/categories/0",
                        "{'originator':'XAA','labels':[{'policy':'ALLIANCE','classification':'SECRET',"
                                + "'categories':['uncategorised']}]}"));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void namesTheFieldOfABadRequest(String field, String request) {
        banner(request).statusCode(400).contentType("application/problem+json").body("field", equalTo(field));
    }

    @Test
    void needsATokenForTheCatalog() {
        as(Callers.xbb().audience("access-service"))
                .body("{}")
                .post("/catalog/labels/banner")
                .then()
                .statusCode(401);
    }

    @Test
    void describesItself() {
        String description = RestAssured.given()
                .get("/catalog/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(description)
                .contains(
                        "/catalog/assets/{id}/views",
                        "/catalog/marking-policies/{name}",
                        "Intrusion into a water utility");
    }

    private static ValidatableResponse put(String name, String policy) {
        return policyAdministrator()
                .body(json(policy))
                .put("/catalog/marking-policies/{name}", name)
                .then();
    }

    private static ValidatableResponse banner(String request) {
        return xbbAnalyst().body(json(request)).post("/catalog/labels/banner").then();
    }

    private static String label(String classification, String releasableTo) {
        return "{'policy':'ALLIANCE','classification':'" + classification + "','releasableTo':[" + releasableTo
                + "],'categories':['sensitive']}";
    }

    private static Arguments bad(int status, String field, String name, String policy) {
        return Arguments.of(status, field, name, policy);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
