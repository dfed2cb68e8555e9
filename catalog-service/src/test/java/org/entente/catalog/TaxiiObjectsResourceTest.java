package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TaxiiObjectsResourceTest {
    private static final String OBJECTS = Taxii.AWARENESS + "objects/";
    private static final String TIMESTAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

    @BeforeEach
    @AfterEach
    void clear() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void handsOverExactlyWhatIsPermitted() {
        Callers.register(Bundles.registration("For machines"));

        List<Response> pages = Taxii.pages(Taxii.xbb(), OBJECTS, Map.of("limit", 50));

        assertThat(Taxii.ids(pages))
                .contains(Bundles.OPEN_INDICATOR, Bundles.ACTOR, Bundles.IDENTITY)
                .doesNotContain(Bundles.MALWARE, Bundles.RELATIONSHIP, Bundles.STRICT_MARKING)
                .doesNotHaveDuplicates();
        assertThat(pages).allSatisfy(page -> assertThat(page.asString()).doesNotContain(Bundles.SECRET_WORDS));
    }

    @Test
    void whatMayOnlyBeShownIsNotHandedOver() {
        ObjectNode indicator = Taxii.indicator("192.0.2.31");
        ObjectNode registration = Taxii.registration(List.of(indicator), "XCC");
        registration.withObject("/defaultLabel").putArray("displayableTo").add("XBB").add("XCC");
        Callers.register(registration);

        Response answer = Taxii.xbb().get(OBJECTS + indicator.path("id").asText() + "/");

        answer.then().statusCode(404);
    }

    @Test
    void oneOfAnotherNationGetsItsOwn() {
        ObjectNode forXcc = Taxii.indicator("192.0.2.32");
        Callers.register(Taxii.registration(List.of(forXcc), "XCC"));
        String path = "/taxii2/xcc-cyber-defence/collections/situational-awareness/objects/";

        List<String> ids = Taxii.ids(Taxii.pages(Taxii.xcc(), path, Map.of("limit", 50)));

        assertThat(ids).contains(forXcc.path("id").asText()).doesNotContain(Bundles.OPEN_INDICATOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"objects/{id}/", "objects/{id}/versions/", "objects/{id}/?match[version]=all"})
    void whatIsHiddenIsNotThere(String path) {
        ObjectNode hidden = Taxii.indicator("192.0.2.33");
        Callers.register(Taxii.registration(List.of(hidden), "XCC"));
        Response absent = Taxii.xbb().get(Taxii.AWARENESS + path, "indicator--" + UUID.randomUUID());

        Response answer = Taxii.xbb().get(Taxii.AWARENESS + path, hidden.path("id").asText());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asByteArray()).isEqualTo(absent.asByteArray());
    }

    @Test
    void putsAPageOnRecordBeforeItIsSent() throws Exception {
        ObjectNode indicator = Taxii.indicator("192.0.2.34");
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));

        Response page = Taxii.xbb().queryParam("match[id]", indicator.path("id").asText()).get(OBJECTS);

        page.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("X-TAXII-Date-Added-First", matchesPattern(TIMESTAMP))
                .header("X-TAXII-Date-Added-Last", equalTo(page.header("X-TAXII-Date-Added-First")))
                .body("objects.id", contains(indicator.path("id").asText()));
        List<JsonNode> events = Events.await("org.entente.catalog.objects.served.v1", page.header("Entente-Record"));
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.path("partner").asText()).isEqualTo("XBB");
            assertThat(event.at("/data/objects").asInt()).isEqualTo(1);
            assertThat(event.at("/data/purpose").asText()).isEqualTo("cyber-defence");
            assertThat(event.at("/data/decisions")).isNotEmpty();
            assertThat(event.at("/data/sha256").asText())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(page.asByteArray())));
        });
    }

    @Test
    void marksTheCopyWhereTheDecisionWantsIt() {
        ObjectNode indicator = Taxii.indicator("192.0.2.35");
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));

        Response page = Taxii.xbb().get(OBJECTS + indicator.path("id").asText() + "/");

        String extension = "extension-definition--5b7c3fd6-5f0e-4b8e-9d6a-1f0a7a4ce2d1";
        assertThat(page.<Map<String, Object>>path("objects[0].extensions"))
                .extractingByKey(extension)
                .hasFieldOrPropertyWithValue("recipient", "XBB")
                .hasFieldOrPropertyWithValue("extension_type", "property-extension");
    }

    @ParameterizedTest
    @ValueSource(strings = {"objects/", "manifest/"})
    void pagesAreCompleteWithoutRepetition(String list) {
        List<ObjectNode> indicators = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            indicators.add(Taxii.indicator("192.0.2." + number));
        }
        Callers.register(Taxii.registration(indicators, "XBB"));
        List<String> ids =
                indicators.stream().map(object -> object.path("id").asText()).toList();

        List<Response> pages = Taxii.pages(
                Taxii.xbb(), Taxii.AWARENESS + list, Map.of("limit", 3, "match[id]", String.join(",", ids)));

        assertThat(pages).hasSize(3);
        assertThat(Taxii.ids(pages)).containsExactlyElementsOf(ids);
        assertThat(pages.get(2).<Boolean>path("more")).isFalse();
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() {
        Callers.register(Taxii.registration(List.of(Taxii.indicator("192.0.2.1"), Taxii.indicator("192.0.2.2")), "XBB"));
        String next = Taxii.xbb().queryParam("limit", 1).get(OBJECTS).path("next");

        Response answer = Taxii.xbb().queryParam("next", next).queryParam("match[type]", "indicator").get(OBJECTS);

        answer.then().statusCode(400).body("details.field", equalTo("next"));
    }

    @Test
    void whatCameAfterAnInstantIsAllThatIsNew() {
        ObjectNode old = Taxii.indicator("192.0.2.36");
        Callers.register(Taxii.registration(List.of(old), "XBB"));
        String seen = Taxii.xbb().get(OBJECTS + old.path("id").asText() + "/").header("X-TAXII-Date-Added-Last");
        ObjectNode fresh = Taxii.indicator("192.0.2.37");
        Callers.register(Taxii.registration(List.of(fresh), "XBB"));

        List<String> ids = Taxii.ids(Taxii.pages(Taxii.xbb(), OBJECTS, Map.of("added_after", seen)));

        assertThat(ids).contains(fresh.path("id").asText()).doesNotContain(old.path("id").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                            | 2026-03-01T00:00:00.000Z",
                "last                        | 2026-03-01T00:00:00.000Z",
                "first                       | 2026-01-01T00:00:00.000Z",
                "all                         | 2026-01-01T00:00:00.000Z 2026-02-01T00:00:00.000Z 2026-03-01T00:00:00.000Z",
                "first,last                  | 2026-01-01T00:00:00.000Z 2026-03-01T00:00:00.000Z",
                "2026-02-01T00:00:00Z        | 2026-02-01T00:00:00.000Z",
                "2026-02-01T00:00:00Z,last   | 2026-02-01T00:00:00.000Z 2026-03-01T00:00:00.000Z",
                "2020-02-01T00:00:00Z        | "
            })
    void anObjectComesInTheWantedVersions(String wanted, String expected) {
        ObjectNode first = Taxii.indicator("192.0.2.38");
        Callers.register(Taxii.registration(List.of(first, Taxii.again(first, "2026-02-01T00:00:00.000Z")), "XBB"));
        Callers.register(Taxii.registration(List.of(Taxii.again(first, "2026-03-01T00:00:00.000Z")), "XBB"));
        var request = Taxii.xbb();
        if (wanted != null) {
            request.queryParam("match[version]", wanted);
        }

        Response answer = request.get(OBJECTS + first.path("id").asText() + "/");

        answer.then().statusCode(200);
        List<String> versions = answer.path("objects.modified");
        assertThat(versions == null ? "" : String.join(" ", versions)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void namesTheVersionsOfAnObject() {
        ObjectNode first = Taxii.indicator("192.0.2.39");
        Callers.register(Taxii.registration(List.of(first, Taxii.again(first, "2026-02-01T00:00:00.000Z")), "XBB"));

        Response versions = Taxii.xbb().get(OBJECTS + first.path("id").asText() + "/versions/");

        versions.then()
                .statusCode(200)
                .body("versions", contains("2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"))
                .body("more", equalTo(false));
    }

    @Test
    void anObjectInTwoAssetsIsOne() {
        ObjectNode indicator = Taxii.indicator("192.0.2.40");
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));
        Callers.register(Taxii.registration(List.of(indicator), "XBB", "XCC"));

        Response answer = Taxii.xbb()
                .queryParam("match[version]", "all")
                .get(OBJECTS + indicator.path("id").asText() + "/");

        answer.then().statusCode(200).body("objects.id", contains(indicator.path("id").asText()));
    }

    @Test
    void filtersByType() {
        ObjectNode indicator = Taxii.indicator("192.0.2.41");
        ObjectNode campaign = Taxii.sdo("campaign", "2026-01-01T00:00:00.000Z").put("name", "Tide");
        Callers.register(Taxii.registration(List.of(indicator, campaign), "XBB"));

        Response page = Taxii.xbb()
                .queryParam("match[type]", "campaign,malware")
                .queryParam("match[id]", indicator.path("id").asText() + "," + campaign.path("id").asText())
                .get(OBJECTS);

        page.then().statusCode(200).body("objects.id", contains(campaign.path("id").asText()));
    }

    @ParameterizedTest
    @CsvSource({"2.1, 1", "2.0, 0", "'2.0,2.1', 1", "all, 1"})
    void filtersBySpecification(String specification, int objects) {
        ObjectNode indicator = Taxii.indicator("192.0.2.42");
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));

        Response page = Taxii.xbb()
                .queryParam("match[spec_version]", specification)
                .queryParam("match[id]", indicator.path("id").asText())
                .get(OBJECTS);

        page.then().statusCode(200);
        assertThat(Taxii.ids(List.of(page))).hasSize(objects);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit | 0",
                "limit | -1",
                "limit | many",
                "added_after | yesterday",
                "added_after | 2026-01-01",
                "match[version] | newest",
                "match[id] | ' or 1=1",
                "match[type] | Indicator",
                "next | AAAA"
            })
    void namesTheParameterThatIsWrong(String name, String value) {
        Response answer = Taxii.xbb().queryParam(name, value).get(OBJECTS);

        answer.then().statusCode(400).body("details.field", equalTo(name)).body("http_status", equalTo("400"));
    }

    @Test
    void thoseWithoutVersionsHaveTheInstantAtWhichTheyCame() {
        ObjectNode address = Bundles.JSON
                .createObjectNode()
                .put("type", "ipv4-addr")
                .put("spec_version", "2.1")
                .put("id", "ipv4-addr--" + UUID.randomUUID())
                .put("value", "192.0.2.43");
        Callers.register(Taxii.registration(List.of(address), "XBB"));

        Response manifest = Taxii.xbb()
                .queryParam("match[id]", address.path("id").asText())
                .get(Taxii.AWARENESS + "manifest/");

        manifest.then()
                .statusCode(200)
                .body("objects[0].date_added", matchesPattern(TIMESTAMP))
                .body("objects[0].media_type", equalTo("application/stix+json;version=2.1"));
        String version = manifest.path("objects[0].version");
        assertThat((String) manifest.path("objects[0].date_added")).startsWith(version.substring(0, 23));
    }

    @Test
    void aSuspendedPartnerGetsNothing() {
        Callers.register(Taxii.registration(List.of(Taxii.indicator("192.0.2.44")), "XBB"));
        AccessPeer.behave(AccessPeer.Mode.SUSPENDED);

        Response page = Taxii.xbb().get(OBJECTS);

        page.then().statusCode(200).body("objects", nullValue()).body("more", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "SLOW", "GARBAGE", "FAULT", "WITHOUT_IDENTIFIER", "FOREIGN_PORTION", "VOID"})
    void withoutAClearDecisionNothingGoes(String mode) {
        ObjectNode indicator = Taxii.indicator("192.0.2.45");
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));
        AccessPeer.behave(AccessPeer.Mode.valueOf(mode));

        Response answer = Taxii.xbb().get(OBJECTS);

        answer.then().statusCode(503).header("Content-Type", Taxii.MEDIA_TYPE);
        assertThat(answer.asString()).doesNotContain("indicator");
    }

    @Test
    void anObligationThatCannotBeMetForbids() {
        ObjectNode indicator = Taxii.indicator("192.0.2.46");
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));
        AccessPeer.behave(AccessPeer.Mode.UNKNOWN_OBLIGATION);

        Response page = Taxii.xbb().queryParam("match[id]", indicator.path("id").asText()).get(OBJECTS);

        page.then().statusCode(200).body("objects", nullValue());
    }

    @Test
    void whoWorksForTheHomeSideGetsAllOfIt() {
        ObjectNode indicator = Taxii.indicator("192.0.2.47");
        Callers.register(Taxii.registration(List.of(indicator), "XDD"));

        Response page = Taxii.client(Callers.home("agency-app", "originator"))
                .get("/taxii2/xaa-cyber-defence/collections/situational-awareness/objects/"
                        + indicator.path("id").asText() + "/");

        page.then().statusCode(200).body("objects.id", contains(indicator.path("id").asText()));
        assertThat(Events.await("org.entente.catalog.objects.served.v1", page.header("Entente-Record")))
                .singleElement()
                .satisfies(event -> assertThat(event.has("partner")).isFalse());
    }

    @Test
    void whatWasTamperedWithDoesNotGo() {
        ObjectNode indicator = Taxii.indicator("192.0.2.48");
        String asset = Callers.register(Taxii.registration(List.of(indicator), "XBB"));
        Taxii.xbb().get(OBJECTS + indicator.path("id").asText() + "/").then().statusCode(200);
        Database.tamper(
                "update portion set content = set_byte(content, 20, get_byte(content, 20) # 1) where asset = ?::uuid",
                asset);

        Response page = Taxii.xbb().queryParam("match[id]", indicator.path("id").asText()).get(OBJECTS);

        page.then().statusCode(200).body("objects", nullValue());
        assertThat(Events.await("org.entente.catalog.integrity.violated.v1", asset)).isNotEmpty();
    }
}
