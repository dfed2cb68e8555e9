package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TaxiiMaskingResourceTest {
    private static final String OBJECTS = Taxii.AWARENESS + "objects/";
    private static final Map<String, Object> EVERYTHING = Map.of("limit", 500);

    private final String name = UUID.randomUUID().toString();
    private final ObjectNode indicator = Taxii.indicator("198.51.100.81").put("name", name);
    private final String id = indicator.path("id").asText();

    @AfterEach
    void restore() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        Masks.restore();
    }

    @ParameterizedTest
    @ValueSource(strings = {"objects/", "manifest/"})
    void handsOverObjectsOfOurOwnInPlaceOfWhatIsMasked(String list) {
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));
        Masks.inForce(Masks.NETWORKS_ONLY);

        List<Response> pages = Taxii.pages(Taxii.xbb(), Taxii.AWARENESS + list, EVERYTHING);

        assertThat(text(pages)).contains("indicator--").doesNotContain("198.51.100.81", id);
    }

    @Test
    void generalisesAsThePolicySays() {
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));
        Masks.inForce(Masks.NETWORKS_ONLY);

        List<Response> pages = Taxii.pages(Taxii.xbb(), OBJECTS, EVERYTHING);

        assertThat(text(pages)).contains("198.51.100.0/24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"objects/{id}/", "objects/{id}/versions/"})
    void tellsNobodyByTheIdentifierOfTheOriginalThatThereIsOne(String path) {
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));
        Masks.inForce(Masks.NETWORKS_ONLY);
        Response absent = Taxii.xbb().get(Taxii.AWARENESS + path, "indicator--" + UUID.randomUUID());

        Response answer = Taxii.xbb().get(Taxii.AWARENESS + path, id);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asByteArray()).isEqualTo(absent.asByteArray());
    }

    @Test
    void findsAnAlteredObjectByTheNameItWasHandedOverUnder() {
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));
        Masks.inForce(Masks.NETWORKS_ONLY);
        JsonNode handed = altered();
        String ours = handed.path("id").asText();

        Response object = Taxii.xbb().get(OBJECTS + ours + "/");

        object.then().statusCode(200).body("objects.size()", equalTo(1));
        assertThat(withoutRecord(object.as(JsonNode.class).at("/objects/0"))).isEqualTo(withoutRecord(handed));
        Taxii.xbb()
                .get(OBJECTS + ours + "/versions/")
                .then()
                .body("versions", contains(handed.path("modified").asText()));
        Taxii.xbb()
                .queryParam("match[id]", ours)
                .get(Taxii.AWARENESS + "manifest/")
                .then()
                .body("objects.id", contains(ours))
                .body("objects.version", contains(handed.path("modified").asText()));
        Taxii.xbb()
                .queryParam("match[id]", ours)
                .queryParam("match[version]", handed.path("modified").asText())
                .get(OBJECTS)
                .then()
                .body("objects.id", contains(ours));
        Taxii.xbb()
                .queryParam("match[version]", indicator.path("modified").asText())
                .get(OBJECTS + ours + "/")
                .then()
                .statusCode(200)
                .body("objects", nullValue());
    }

    @Test
    void findsNothingByThatNameOnceTheObjectIsNotMaskedAnyMore() {
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));
        Masks.inForce(Masks.NETWORKS_ONLY);
        String ours = altered().path("id").asText();
        Masks.restore();

        Response object = Taxii.xbb().get(OBJECTS + ours + "/");

        object.then().statusCode(404);
    }

    @Test
    void findsNothingByANameThatAnotherWasGiven() {
        Callers.register(Taxii.registration(List.of(indicator), "XBB", "XEE"));
        Masks.inForce(Masks.NETWORKS_ONLY);
        String ours = altered().path("id").asText();

        Response object =
                Taxii.xee().get("/taxii2/xee-cyber-defence/collections/situational-awareness/objects/" + ours + "/");

        object.then().statusCode(404);
    }

    /** Each copy names the decision that it was handed over by. */
    private static JsonNode withoutRecord(JsonNode object) {
        return ((ObjectNode) object).without("extensions");
    }

    /** The indicator as XBB is handed it. */
    private JsonNode altered() {
        return Taxii.pages(Taxii.xbb(), OBJECTS, EVERYTHING).stream()
                .flatMap(page -> StreamSupport.stream(
                        page.as(JsonNode.class).path("objects").spliterator(), false))
                .filter(object -> object.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicator,relationship,campaign", "relationship"})
    void refersToWhatIsMaskedByItsNewNameOrNotAtAll(String types) {
        ObjectNode campaign = Taxii.sdo("campaign", "2026-01-01T00:00:00.000Z").put("name", "Weir");
        ObjectNode relationship = Taxii.sdo("relationship", "2026-01-01T00:00:00.000Z")
                .put("relationship_type", "indicates")
                .put("source_ref", id)
                .put("target_ref", campaign.path("id").asText());
        Callers.register(Taxii.registration(List.of(indicator, relationship, campaign), "XBB"));
        Masks.inForce(
                Masks.rule("{'types': ['indicator']}", "{'path': 'pattern', 'mask': 'generalise', 'to': 'network'}"));

        List<Response> pages = Taxii.pages(Taxii.xbb(), OBJECTS, Map.of("limit", 500, "match[type]", types));

        assertThat(text(pages)).doesNotContain(id);
    }

    @Test
    void masksAsTheDecisionObliges() {
        Callers.register(Bundles.registration("Obliged"));
        AccessPeer.behave(AccessPeer.Mode.MASKING_FIELDS);

        List<Response> pages = Taxii.pages(Taxii.xbb(), OBJECTS, Map.of("limit", 500, "match[type]", "indicator"));

        assertThat(text(pages)).doesNotContain("'192.0.2.10'", Bundles.OPEN_INDICATOR);
    }

    @Test
    void handsOverNothingBehindAMaskThatNobodyUnderstands() {
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));
        AccessPeer.behave(AccessPeer.Mode.MASKING_UNKNOWN);

        Response page = Taxii.xbb().queryParam("match[id]", id).get(OBJECTS);

        page.then().statusCode(200).body("objects", nullValue());
    }

    @Test
    void handsOverNothingOfWhatIsRedacted() {
        ObjectNode other = Taxii.indicator("192.0.2.82");
        String asset = Callers.register(Taxii.registration(List.of(indicator, other), "XBB"));
        Taxii.xbb().get(OBJECTS + id + "/").then().statusCode(200);
        Remarkings.redact(asset, id);

        Response answer = Taxii.xbb().get(OBJECTS + id + "/");

        answer.then().statusCode(404);
        Taxii.xbb().get(OBJECTS + other.path("id").asText() + "/").then().statusCode(200);
    }

    @Test
    void handsOverNothingOfWhatIsWithdrawn() {
        String asset = Callers.register(Taxii.registration(List.of(indicator), "XBB"));
        Taxii.xbb().get(OBJECTS + id + "/").then().statusCode(200);
        Remarkings.withdraw(asset);

        Response answer = Taxii.xbb().get(OBJECTS + id + "/");

        answer.then().statusCode(404);
        assertThat(Database.find("select count(*) from shelf where asset = '" + asset + "'"))
                .isEqualTo("0");
    }

    @Test
    void handsOverTheObjectsOfTheNewestVersionOnly() {
        ObjectNode other = Taxii.indicator("192.0.2.83");
        String asset = Callers.register(Taxii.registration(List.of(indicator), "XBB"));
        Taxii.xbb().get(OBJECTS + id + "/").then().statusCode(200);
        Remarkings.supersede(asset, Taxii.registration(List.of(other), "XBB"));

        Response answer = Taxii.xbb().get(OBJECTS + id + "/");

        answer.then().statusCode(404);
        Taxii.xbb()
                .get(OBJECTS + other.path("id").asText() + "/")
                .then()
                .statusCode(200)
                .body("objects.id", contains(other.path("id").asText()));
    }

    private static String text(List<Response> pages) {
        return pages.stream().map(Response::asString).collect(Collectors.joining());
    }
}
