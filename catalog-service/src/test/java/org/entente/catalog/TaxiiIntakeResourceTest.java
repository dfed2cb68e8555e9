package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TaxiiIntakeResourceTest {
    private static final String OBJECTS = Taxii.AWARENESS + "objects/";

    @BeforeEach
    void clear() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void aLabelOfItsOwnIsKept() {
        ObjectNode marking = Taxii.marking("{\"policy\": \"ALLIANCE\", \"classification\": \"CONFIDENTIAL\","
                + " \"releasableTo\": [\"XAA\", \"XEE\"], \"categories\": [\"situational-awareness\"]}");
        ObjectNode indicator = Taxii.indicator("198.51.100.10");
        indicator.putArray("object_marking_refs").add(marking.path("id").asText());

        Response status = Taxii.contribute(Taxii.xbb(), marking, indicator);

        status.then().statusCode(202).body("success_count", equalTo(2));
        Taxii.xee()
                .get(
                        "/taxii2/xee-cyber-defence/collections/situational-awareness/objects/{id}/",
                        indicator.path("id").asText())
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'policy': 'ALLIANCE', 'classification': 'RESTRICTED', 'originator': 'XEE', 'releasableTo': ['XAA'],"
                        + " 'categories': ['sensitive']} | another originator",
                "{'policy': 'ALLIANCE', 'classification': 'RESTRICTED', 'releasableTo': ['XEE'],"
                        + " 'categories': ['sensitive']} | not releasable to XAA",
                "{'policy': 'ALLIANCE', 'classification': 'RESTRICTED', 'categories': ['sensitive']} | not releasable to XAA",
                "{'policy': 'ALLIANCE', 'classification': 'COSMIC', 'releasableTo': ['XAA']} | classification"
            })
    void aLabelThatTheContributorMayNotWriteIsKeptApart(String label, String why) {
        ObjectNode marking = Taxii.marking(label.replace('\'', '"'));
        ObjectNode marked = Taxii.indicator("198.51.100.11");
        marked.putArray("object_marking_refs").add(marking.path("id").asText());
        ObjectNode plain = Taxii.indicator("198.51.100.12");

        Response status = Taxii.contribute(Taxii.xbb(), marking, marked, plain);

        status.then()
                .statusCode(202)
                .body("successes.id", contains(plain.path("id").asText()))
                .body("failures.message", hasItem(containsString(why)));
    }

    @Test
    void whatIsKeptApartIsForOriginators() {
        ObjectNode wrong = Taxii.indicator("198.51.100.13").put("confidence", 101);

        String contribution = Taxii.contribute(Taxii.xbb(), wrong).path("id");

        Callers.originator()
                .get("/catalog/contributions/{id}", contribution)
                .then()
                .body("outcomes[0].fate", equalTo("quarantined"))
                .body("outcomes[0].content.confidence", equalTo(101));
        Callers.liaison()
                .get("/catalog/contributions/{id}", contribution)
                .then()
                .statusCode(200)
                .body("outcomes[0].content", nullValue());
        Callers.xbbAnalyst()
                .get("/catalog/contributions/{id}", contribution)
                .then()
                .statusCode(403);
        assertThat(Database.find("select encode(content, 'escape') from contribution_outcome where contribution = '"
                        + contribution + "'"))
                .doesNotContain("confidence");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | 400",
                "7 | 400",
                "{ | 400",
                "'' | 400",
                "{} | 422",
                "{\"objects\": []} | 422",
                "{\"objects\": 7} | 422"
            })
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
        Response answer = Taxii.contribute(Taxii.xbb(), "xee", Taxii.indicator("198.51.100.18"));

        answer.then().statusCode(404);
    }
}
