package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TaxiiContributionResourceTest {
    private static final String OBJECTS = Taxii.AWARENESS + "objects/";
    private static final String HOME_OBJECTS =
            "/taxii2/xaa-cyber-defence/collections/situational-awareness/objects/{id}/";
    private static final String LABEL_EXTENSION = "extension-definition--b6dd3a58-6a3b-4b2f-8f4d-3c2e1c1d7a90";

    @BeforeEach
    void clear() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void whatIsRightIsAcceptedAndWhatIsWrongKeptApart() {
        ObjectNode right = Taxii.indicator("198.51.100.1");
        ObjectNode wrong = Taxii.indicator("198.51.100.2");
        wrong.remove("pattern");

        Response status = contribute(Taxii.xbb(), right, wrong);

        status.then()
                .statusCode(202)
                .header("Content-Type", Taxii.MEDIA_TYPE)
                .body("id", matchesPattern("[0-9a-f-]{36}"))
                .body("status", equalTo("complete"))
                .body("total_count", equalTo(2))
                .body("success_count", equalTo(1))
                .body("successes[0].id", equalTo(right.path("id").asText()))
                .body("successes[0].version", equalTo("2026-01-01T00:00:00.000Z"))
                .body("failure_count", equalTo(1))
                .body("failures[0].id", equalTo(wrong.path("id").asText()))
                .body("failures[0].message", containsString("/pattern is required"))
                .body("pending_count", equalTo(0));
        home(right).then().statusCode(200);
        home(wrong).then().statusCode(404);
    }

    @Test
    void theStatusIsThereForTheContributorOnly() {
        Response contributed = contribute(Taxii.xbb(), Taxii.indicator("198.51.100.3"));
        String id = contributed.path("id");

        Response status = Taxii.xbb().get(Taxii.ROOT + "status/" + id + "/");

        assertThat(status.asString()).isEqualTo(contributed.asString());
        Taxii.xbb().get(Taxii.ROOT + "status/" + id).then().statusCode(200);
        Taxii.xbb().get("/taxii2/xbb-disaster-relief/status/" + id + "/").then().statusCode(404);
        Taxii.xcc().get("/taxii2/xcc-cyber-defence/status/" + id + "/").then().statusCode(404);
    }

    @Test
    void theContributorIsTheOriginator() {
        ObjectNode indicator = Taxii.indicator("198.51.100.4");

        Response status = contribute(Taxii.xbb(), indicator);

        String contribution = status.path("id");
        Response seen = Callers.originator().get("/catalog/contributions/{id}", contribution);
        seen.then().statusCode(200).body("partner", equalTo("XBB")).body("asset", notNullValue());
        Callers.originator()
                .get("/catalog/assets/{id}", seen.<String>path("asset"))
                .then()
                .statusCode(200)
                .body("originator", equalTo("XBB"))
                .body("banner.releasableTo", contains("XAA", "XBB"))
                .body("banner.categories", contains("situational-awareness"));
        assertThat(Events.await("org.entente.catalog.contribution.received.v1", contribution))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("partner").asText()).isEqualTo("XBB");
                    assertThat(event.path("actor").asText()).isEqualTo("xbb-analyst@XBB");
                    assertThat(event.at("/data/accepted").asInt()).isEqualTo(1);
                });
    }

    @Test
    void nobodyElseGetsWhatWasContributedToTheHomeSide() {
        ObjectNode indicator = Taxii.indicator("198.51.100.5");

        contribute(Taxii.xbb(), indicator);

        Taxii.xcc()
                .get(
                        "/taxii2/xcc-cyber-defence/collections/situational-awareness/objects/{id}/",
                        indicator.path("id").asText())
                .then()
                .statusCode(404);
    }

    @Test
    void theSameAgainIsMerged() {
        ObjectNode indicator = Taxii.indicator("198.51.100.6");
        contribute(Taxii.xbb(), indicator);

        Response again = contribute(Taxii.xbb(), indicator, indicator);

        again.then()
                .statusCode(202)
                .body("success_count", equalTo(2))
                .body("successes.message", hasItem("was contributed before"));
        assertThat(Callers.originator()
                        .get("/catalog/contributions/{id}", again.<String>path("id"))
                        .<String>path("asset"))
                .isNull();
    }

    @Test
    void anotherContentUnderTheSameVersionIsKeptApart() {
        ObjectNode indicator = Taxii.indicator("198.51.100.7");
        contribute(Taxii.xbb(), indicator);

        Response again = contribute(Taxii.xbb(), indicator.deepCopy().put("name", "Changed"));

        again.then()
                .statusCode(202)
                .body("failure_count", equalTo(1))
                .body("failures[0].message", containsString("with another content"));
    }

    @Test
    void aLaterVersionIsAnotherObject() {
        ObjectNode indicator = Taxii.indicator("198.51.100.8");
        contribute(Taxii.xbb(), indicator);

        contribute(Taxii.xbb(), Taxii.again(indicator, "2026-02-01T00:00:00.000Z"));

        home(indicator).then().body("objects.modified", contains("2026-02-01T00:00:00.000Z"));
    }

    @Test
    void nobodyMakesANewVersionOfWhatIsAnothers() {
        ObjectNode indicator = Taxii.indicator("198.51.100.9");
        Callers.register(Taxii.registration(List.of(indicator), "XBB", "XCC"));
        Taxii.xbb().get(OBJECTS + "{id}/", indicator.path("id").asText()).then().statusCode(200);
        ObjectNode forged = Taxii.again(indicator, "2026-09-01T00:00:00.000Z").put("name", "Forged");

        Response status = contribute(Taxii.xbb(), forged);

        status.then().statusCode(202).body("success_count", equalTo(1));
        Taxii.xcc()
                .queryParam("match[version]", "all")
                .get(
                        "/taxii2/xcc-cyber-defence/collections/situational-awareness/objects/{id}/",
                        indicator.path("id").asText())
                .then()
                .statusCode(200)
                .body("objects.modified", contains("2026-01-01T00:00:00.000Z"));
    }

    @Test
    void aLabelOfItsOwnIsKept() {
        ObjectNode marking = marking("{\"policy\": \"ALLIANCE\", \"classification\": \"CONFIDENTIAL\","
                + " \"releasableTo\": [\"XAA\", \"XCC\"], \"categories\": [\"situational-awareness\"]}");
        ObjectNode indicator = Taxii.indicator("198.51.100.10");
        indicator.putArray("object_marking_refs").add(marking.path("id").asText());

        Response status = contribute(Taxii.xbb(), marking, indicator);

        status.then().statusCode(202).body("success_count", equalTo(2));
        Taxii.xcc()
                .get(
                        "/taxii2/xcc-cyber-defence/collections/situational-awareness/objects/{id}/",
                        indicator.path("id").asText())
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'policy': 'ALLIANCE', 'classification': 'RESTRICTED', 'originator': 'XCC', 'releasableTo': ['XAA'],"
                        + " 'categories': ['sensitive']} | another originator",
                "{'policy': 'ALLIANCE', 'classification': 'RESTRICTED', 'releasableTo': ['XCC'],"
                        + " 'categories': ['sensitive']} | not releasable to XAA",
                "{'policy': 'ALLIANCE', 'classification': 'RESTRICTED', 'categories': ['sensitive']} | not releasable to XAA",
                "{'policy': 'ALLIANCE', 'classification': 'COSMIC', 'releasableTo': ['XAA']} | classification"
            })
    void aLabelThatTheContributorMayNotWriteIsKeptApart(String label, String why) {
        ObjectNode marking = marking(label.replace('\'', '"'));
        ObjectNode marked = Taxii.indicator("198.51.100.11");
        marked.putArray("object_marking_refs").add(marking.path("id").asText());
        ObjectNode plain = Taxii.indicator("198.51.100.12");

        Response status = contribute(Taxii.xbb(), marking, marked, plain);

        status.then()
                .statusCode(202)
                .body("successes.id", contains(plain.path("id").asText()))
                .body("failures.message", hasItem(containsString(why)));
    }

    @Test
    void whatIsKeptApartIsForOriginators() {
        ObjectNode wrong = Taxii.indicator("198.51.100.13").put("confidence", 101);

        String contribution = contribute(Taxii.xbb(), wrong).path("id");

        Callers.originator()
                .get("/catalog/contributions/{id}", contribution)
                .then()
                .body("outcomes[0].fate", equalTo("QUARANTINED"))
                .body("outcomes[0].content.confidence", equalTo(101));
        Callers.liaison()
                .get("/catalog/contributions/{id}", contribution)
                .then()
                .statusCode(200)
                .body("outcomes[0].content", nullValue());
        Callers.xbbAnalyst().get("/catalog/contributions/{id}", contribution).then().statusCode(403);
        assertThat(Database.find("select encode(content, 'escape') from contribution_outcome where contribution = '"
                        + contribution + "'"))
                .doesNotContain("confidence");
    }

    @Test
    void listsContributionsNewestFirst() {
        contribute(Taxii.xbb(), Taxii.indicator("198.51.100.14"));
        String latest = contribute(Taxii.xcc(), "xcc", Taxii.indicator("198.51.100.15")).path("id");

        Response list = Callers.liaison().queryParam("limit", 1).get("/catalog/contributions");

        list.then().statusCode(200).body("contributions.id", contains(latest)).body("next", equalTo(latest));
        Callers.liaison()
                .queryParam("limit", 1)
                .queryParam("cursor", latest)
                .get("/catalog/contributions")
                .then()
                .body("contributions[0].partner", equalTo("XBB"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[] | 400", "7 | 400", "{ | 400", "'' | 400", "{} | 422", "{\"objects\": []} | 422", "{\"objects\": 7} | 422"})
    void whatIsNoEnvelopeIsRefused(String body, int expected) {
        String before = Database.find("select count(*)::text from contribution");

        Response answer = Taxii.xbb().contentType(Taxii.MEDIA_TYPE).body(body).post(OBJECTS);

        answer.then().statusCode(expected).header("Content-Type", Taxii.MEDIA_TYPE);
        assertThat(Database.find("select count(*)::text from contribution")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/stix+json;version=2.1",
                "application/taxii+json;version=2.0",
                "application/vnd.oasis.stix+json; version=2.0"
            })
    void anotherContentTypeIsRefused(String type) {
        Response answer = Taxii.xbb()
                .contentType(type)
                .body(Taxii.envelope(Taxii.indicator("198.51.100.16")).toString())
                .post(OBJECTS);

        answer.then().statusCode(415).header("Content-Type", Taxii.MEDIA_TYPE);
    }

    @Test
    void nobodyContributesToWhatIsPublic() {
        Response answer = Taxii.xbb()
                .contentType(Taxii.MEDIA_TYPE)
                .body(Taxii.envelope(Taxii.indicator("198.51.100.17")).toString())
                .post(Taxii.ROOT + "collections/public/objects/");

        answer.then().statusCode(403);
    }

    @Test
    void nobodyContributesAtTheRootOfAnother() {
        Response answer = contribute(Taxii.xbb(), "xcc", Taxii.indicator("198.51.100.18"));

        answer.then().statusCode(404);
    }

    @Test
    void aContributorTakesItsOwnBack() {
        ObjectNode indicator = Taxii.indicator("198.51.100.19");
        contribute(Taxii.xbb(), indicator);

        Response answer = Taxii.xbb().delete(OBJECTS + "{id}/", indicator.path("id").asText());

        answer.then().statusCode(200);
        home(indicator).then().statusCode(404);
        assertThat(Events.await(
                        "org.entente.catalog.object.withdrawn.v1",
                        indicator.path("id").asText()))
                .isNotEmpty();
    }

    @Test
    void whatWasTakenBackMayBeContributedAgain() {
        ObjectNode indicator = Taxii.indicator("198.51.100.20");
        contribute(Taxii.xbb(), indicator);
        Taxii.xbb().delete(OBJECTS + "{id}/", indicator.path("id").asText()).then().statusCode(200);

        contribute(Taxii.xbb(), indicator);

        home(indicator).then().statusCode(200);
    }

    @Test
    void oneVersionIsTakenBackAndTheOthersStay() {
        ObjectNode first = Taxii.indicator("198.51.100.21");
        contribute(Taxii.xbb(), first, Taxii.again(first, "2026-02-01T00:00:00.000Z"));

        Response answer = Taxii.xbb()
                .queryParam("match[version]", "2026-02-01T00:00:00.000Z")
                .delete(OBJECTS + "{id}/", first.path("id").asText());

        answer.then().statusCode(200);
        home(first).then().body("objects.modified", contains("2026-01-01T00:00:00.000Z"));
    }

    @Test
    void nobodyTakesBackWhatIsAnothers() {
        ObjectNode shown = Taxii.indicator("198.51.100.22");
        ObjectNode hidden = Taxii.indicator("198.51.100.23");
        Callers.register(Taxii.registration(List.of(shown), "XBB"));
        Callers.register(Taxii.registration(List.of(hidden), "XCC"));
        Response absent = Taxii.xbb().delete(OBJECTS + "{id}/", "indicator--" + UUID.randomUUID());

        Response ofHidden = Taxii.xbb().delete(OBJECTS + "{id}/", hidden.path("id").asText());

        assertThat(ofHidden.statusCode()).isEqualTo(404);
        assertThat(ofHidden.asByteArray()).isEqualTo(absent.asByteArray());
        Taxii.xbb().delete(OBJECTS + "{id}/", shown.path("id").asText()).then().statusCode(403);
        Taxii.xbb().get(OBJECTS + "{id}/", shown.path("id").asText()).then().statusCode(200);
    }

    private static Response home(ObjectNode object) {
        return Taxii.client(Callers.home("agency-app", "originator"))
                .get(HOME_OBJECTS, object.path("id").asText());
    }

    private static Response contribute(RequestSpecification client, JsonNode... objects) {
        return contribute(client, "xbb", objects);
    }

    private static Response contribute(RequestSpecification client, String partner, JsonNode... objects) {
        return client.contentType(Taxii.MEDIA_TYPE)
                .body(Taxii.envelope(objects).toString())
                .post("/taxii2/" + partner + "-cyber-defence/collections/situational-awareness/objects/");
    }

    private static ObjectNode marking(String label) {
        ObjectNode marking = Bundles.JSON
                .createObjectNode()
                .put("type", "marking-definition")
                .put("spec_version", "2.1")
                .put("id", "marking-definition--" + UUID.randomUUID())
                .put("created", "2026-01-01T00:00:00.000Z");
        marking.putObject("extensions")
                .putObject(LABEL_EXTENSION)
                .put("extension_type", "property-extension")
                .set("label", Bundles.read(label));
        return marking;
    }
}
