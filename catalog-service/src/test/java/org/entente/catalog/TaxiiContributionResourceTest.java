package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaxiiContributionResourceTest {
    private static final String OBJECTS = Taxii.AWARENESS + "objects/";

    @BeforeEach
    void clear() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void whatIsRightIsAcceptedAndWhatIsWrongKeptApart() {
        ObjectNode right = Taxii.indicator("198.51.100.1");
        ObjectNode wrong = Taxii.indicator("198.51.100.2");
        wrong.remove("pattern");

        Response status = Taxii.contribute(Taxii.xbb(), right, wrong);

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
        Taxii.atHome(right).then().statusCode(200);
        Taxii.atHome(wrong).then().statusCode(404);
    }

    @Test
    void takesNothingInWhereNoAgreementLetsThePartner() {
        ObjectNode indicator = Taxii.indicator("198.51.100.90");

        Response refused = Taxii.xbb()
                .contentType(Taxii.MEDIA_TYPE)
                .body(Taxii.envelope(indicator).toString())
                .post("/taxii2/xbb-disaster-relief/collections/situational-awareness/objects/");

        refused.then().statusCode(403);
        Taxii.atHome(indicator).then().statusCode(404);
    }

    @Test
    void takesNothingInWhileThePartnerIsSuspended() {
        AccessPeer.behave(AccessPeer.Mode.SUSPENDED);

        Response refused = Taxii.contribute(Taxii.xbb(), Taxii.indicator("198.51.100.91"));

        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        refused.then().statusCode(403);
    }

    @Test
    void takesNothingInWithoutAClearAnswer() {
        AccessPeer.behave(AccessPeer.Mode.GARBAGE);

        Response refused = Taxii.contribute(Taxii.xbb(), Taxii.indicator("198.51.100.92"));

        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        refused.then().statusCode(503);
    }

    @Test
    void saysInTheProvenanceWhoBroughtIt() {
        String contribution =
                Taxii.contribute(Taxii.xbb(), Taxii.indicator("198.51.100.93")).path("id");
        String asset = Callers.originator()
                .get("/catalog/contributions/{id}", contribution)
                .path("asset");

        Response provenance = Callers.originator().get("/catalog/assets/{id}/provenance", asset);

        assertThat(provenance.asString()).contains("entente:contributor", "entente:nations/XBB", "entente:custodian");
    }

    @Test
    void theStatusIsThereForTheContributorOnly() {
        Response contributed = Taxii.contribute(Taxii.xbb(), Taxii.indicator("198.51.100.3"));
        String id = contributed.path("id");

        Response status = Taxii.xbb().get(Taxii.ROOT + "status/" + id + "/");

        assertThat(status.asString()).isEqualTo(contributed.asString());
        Taxii.xbb().get(Taxii.ROOT + "status/" + id).then().statusCode(200);
        Taxii.xbb().get("/taxii2/xbb-disaster-relief/status/" + id + "/").then().statusCode(404);
        Taxii.xee().get("/taxii2/xee-cyber-defence/status/" + id + "/").then().statusCode(404);
    }

    @Test
    void theContributorIsTheOriginator() {
        ObjectNode indicator = Taxii.indicator("198.51.100.4");

        Response status = Taxii.contribute(Taxii.xbb(), indicator);

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

        Taxii.contribute(Taxii.xbb(), indicator);

        Taxii.xee()
                .get(
                        "/taxii2/xee-cyber-defence/collections/situational-awareness/objects/{id}/",
                        indicator.path("id").asText())
                .then()
                .statusCode(404);
    }

    @Test
    void theSameAgainIsMerged() {
        ObjectNode indicator = Taxii.indicator("198.51.100.6");
        Taxii.contribute(Taxii.xbb(), indicator);

        Response again = Taxii.contribute(Taxii.xbb(), indicator, indicator);

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
        Taxii.contribute(Taxii.xbb(), indicator);

        Response again = Taxii.contribute(Taxii.xbb(), indicator.deepCopy().put("name", "Changed"));

        again.then()
                .statusCode(202)
                .body("failure_count", equalTo(1))
                .body("failures[0].message", containsString("with another content"));
    }

    @Test
    void aLaterVersionIsAnotherObject() {
        ObjectNode indicator = Taxii.indicator("198.51.100.8");
        Taxii.contribute(Taxii.xbb(), indicator);

        Taxii.contribute(Taxii.xbb(), Taxii.again(indicator, "2026-02-01T00:00:00.000Z"));

        Taxii.atHome(indicator).then().body("objects.modified", contains("2026-02-01T00:00:00.000Z"));
    }

    @Test
    void nobodyMakesANewVersionOfWhatIsAnothers() {
        ObjectNode indicator = Taxii.indicator("198.51.100.9");
        Callers.register(Taxii.registration(List.of(indicator), "XBB", "XEE"));
        Taxii.xbb().get(OBJECTS + "{id}/", indicator.path("id").asText()).then().statusCode(200);
        ObjectNode forged = Taxii.again(indicator, "2026-09-01T00:00:00.000Z").put("name", "Forged");

        Response status = Taxii.contribute(Taxii.xbb(), forged);

        status.then().statusCode(202).body("success_count", equalTo(1));
        Taxii.xee()
                .queryParam("match[version]", "all")
                .get(
                        "/taxii2/xee-cyber-defence/collections/situational-awareness/objects/{id}/",
                        indicator.path("id").asText())
                .then()
                .statusCode(200)
                .body("objects.modified", contains("2026-01-01T00:00:00.000Z"));
    }

    @Test
    void listsContributionsNewestFirst() {
        Taxii.contribute(Taxii.xbb(), Taxii.indicator("198.51.100.14"));
        String latest = Taxii.contribute(Taxii.xee(), "xee", Taxii.indicator("198.51.100.15"))
                .path("id");

        Response list = Callers.liaison().queryParam("limit", 1).get("/catalog/contributions");

        list.then().statusCode(200).body("contributions.id", contains(latest)).body("next", equalTo(latest));
        Callers.liaison()
                .queryParam("limit", 1)
                .queryParam("cursor", latest)
                .get("/catalog/contributions")
                .then()
                .body("contributions[0].partner", equalTo("XBB"));
    }
}
