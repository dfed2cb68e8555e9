package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no exchange profile lets pass goes neither way, whatever is decided. */
@QuarkusTest
class ExchangeProfileResourceTest {
    private static final String NAME = "for-the-test";
    private static final String OBJECTS = Taxii.AWARENESS + "objects/";

    @BeforeEach
    void restrict() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        List<String> types = new ArrayList<>(Profiles.EVERY_TYPE);
        types.removeAll(List.of("indicator", "tool"));
        Profiles.put(NAME, "XAA", types).then().statusCode(200);
    }

    @AfterEach
    void restore() {
        Profiles.put(NAME, "XAA", Profiles.EVERY_TYPE).then().statusCode(200);
    }

    @Test
    void handsOverNoObjectOfAnotherTypeByTaxii() {
        ObjectNode indicator = Taxii.indicator("203.0.113.7");
        ObjectNode campaign = Taxii.sdo("campaign", "2026-01-01T00:00:00.000Z").put("name", "Weir");
        Callers.register(Taxii.registration(List.of(indicator, campaign), "XBB"));

        Response kept = Taxii.xbb().get(OBJECTS + indicator.path("id").asText() + "/");

        kept.then().statusCode(404);
        Taxii.xbb()
                .queryParam("match[type]", "indicator")
                .get(OBJECTS)
                .then()
                .statusCode(200)
                .body("objects", nullValue());
        Taxii.xbb().get(OBJECTS + campaign.path("id").asText() + "/").then().statusCode(200);
    }

    @Test
    void releasesNoObjectOfAnotherType() {
        String asset = Callers.register(Bundles.registration("Profiled"));

        byte[] archive = Released.fetch(xbbAnalyst(), Released.toXbb(asset)).asByteArray();

        JsonNode bundle = Released.bundle(archive);
        assertThat(bundle.toString()).contains(Bundles.ACTOR).doesNotContain(Bundles.OPEN_INDICATOR);
        Tearlines.view(xbbAnalyst(), asset).then().body("bundle.objects.id", hasItem(Bundles.OPEN_INDICATOR));
    }

    @Test
    void takesInNoObjectOfAnotherType() {
        ObjectNode tool = Taxii.sdo("tool", "2026-01-01T00:00:00.000Z").put("name", "Wrench");

        Response status = Taxii.contribute(Taxii.xbb(), tool);

        status.then()
                .statusCode(202)
                .body("failure_count", equalTo(1))
                .body("failures[0].message", containsString("no exchange profile"));
        Taxii.atHome(tool).then().statusCode(404);
    }

    @Test
    void handsOverAndReleasesNoPropertyThatIsKeptBack() {
        ObjectNode campaign = Taxii.sdo("campaign", "2026-01-01T00:00:00.000Z")
                .put("name", "Weir")
                .put("description", "Long.");
        String asset = Callers.register(Taxii.registration(List.of(campaign), "XBB"));
        Profiles.put(NAME, "XAA", forbidding("campaign", "description", "XBB"));

        Response found = Taxii.xbb().get(OBJECTS + campaign.path("id").asText() + "/");

        found.then()
                .statusCode(200)
                .body("objects[0].name", equalTo("Weir"))
                .body("objects[0].description", nullValue());
        byte[] archive = Released.fetch(xbbAnalyst(), Released.toXbb(asset)).asByteArray();
        assertThat(Released.bundle(archive).toString()).contains("Weir").doesNotContain("Long.");
    }

    @Test
    void takesInNoObjectWithAPropertyThatIsKeptBack() {
        Profiles.put(NAME, "XAA", forbidding("tool", "description", "XBB"));
        ObjectNode tool = Taxii.sdo("tool", "2026-01-01T00:00:00.000Z").put("name", "Wrench");
        tool.put("description", "Long.");

        Response status = Taxii.contribute(Taxii.xbb(), tool);

        status.then().statusCode(202).body("failures[0].message", containsString("description"));
    }

    @Test
    void keepsBackNothingFromAPartnerThatItIsNotKeptWith() {
        ObjectNode campaign = Taxii.sdo("campaign", "2026-01-01T00:00:00.000Z")
                .put("name", "Weir")
                .put("description", "Long.");
        Callers.register(Taxii.registration(List.of(campaign), "XBB", "XEE"));
        Profiles.put(NAME, "XAA", forbidding("campaign", "description", "XEE"));

        Response found = Taxii.xbb().get(OBJECTS + campaign.path("id").asText() + "/");

        found.then().statusCode(200).body("objects[0].description", equalTo("Long."));
        Taxii.xee()
                .get("/taxii2/xee-cyber-defence/collections/situational-awareness/objects/"
                        + campaign.path("id").asText() + "/")
                .then()
                .statusCode(200)
                .body("objects[0].description", nullValue());
    }

    @Test
    void refusesARuleForWhatEveryObjectHas() {
        Response refused = Profiles.put(NAME, "XAA", forbidding("tool", "id", "XBB"));

        refused.then().statusCode(400).body("field", equalTo("/document/properties/tool/forbidden/0"));
    }

    private static ObjectNode forbidding(String type, String property, String partner) {
        ObjectNode document = Profiles.of(Profiles.EVERY_TYPE);
        document.putObject("properties").putObject(type).putArray("forbidden").add(property);
        document.putArray("partners").add(partner);
        return document;
    }

    @Test
    void letsPassAgainWhatAProfileNames() {
        ObjectNode indicator = Taxii.indicator("203.0.113.8");
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));
        restore();

        Response found = Taxii.xbb().get(OBJECTS + indicator.path("id").asText() + "/");

        found.then().statusCode(200);
    }
}
