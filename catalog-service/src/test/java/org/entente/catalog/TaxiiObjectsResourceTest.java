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
        String registration = Bundles.registration("For machines").toString();
        List<String> known = List.of(
                Bundles.OPEN_INDICATOR,
                Bundles.ACTOR,
                Bundles.IDENTITY,
                Bundles.MALWARE,
                Bundles.RELATIONSHIP,
                Bundles.STRICT_MARKING);
        List<String> own = new ArrayList<>();
        for (String id : known) {
            own.add(id.substring(0, id.indexOf("--") + 2) + UUID.randomUUID());
            registration = registration.replace(id, own.get(own.size() - 1));
        }
        Callers.register(registration);

        List<Response> pages =
                Taxii.pages(Taxii.xbb(), OBJECTS, Map.of("limit", 2, "match[id]", String.join(",", own)));

        assertThat(Taxii.ids(pages)).containsExactlyInAnyOrderElementsOf(own.subList(0, 3));
        assertThat(pages).allSatisfy(page -> assertThat(page.asString()).doesNotContain(Bundles.SECRET_WORDS));
    }

    @Test
    void whatMayOnlyBeShownIsNotHandedOver() {
        ObjectNode indicator = Taxii.indicator("192.0.2.31");
        ObjectNode registration = Taxii.registration(List.of(indicator), "XEE");
        registration
                .withObject("/defaultLabel")
                .putArray("displayableTo")
                .add("XBB")
                .add("XEE");
        Callers.register(registration);

        Response answer = Taxii.xbb().get(OBJECTS + indicator.path("id").asText() + "/");

        answer.then().statusCode(404);
    }

    @Test
    void whereDecisionsAreGoodOnceEachObjectIsDecidedAllTheSame() {
        ObjectNode shown = Taxii.indicator("192.0.2.51");
        ObjectNode released = Taxii.indicator("192.0.2.52");
        ObjectNode registration = Taxii.registration(List.of(shown), "XEE");
        registration
                .withObject("/defaultLabel")
                .putArray("displayableTo")
                .add("XBB")
                .add("XEE");
        Callers.register(registration);
        Callers.register(Taxii.registration(List.of(released), "XBB"));
        AccessPeer.behave(AccessPeer.Mode.ONCE);

        List<String> ids = Taxii.ids(Taxii.pages(
                Taxii.xbb(),
                OBJECTS,
                Map.of(
                        "limit",
                        1,
                        "match[id]",
                        shown.path("id").asText() + "," + released.path("id").asText())));

        assertThat(ids).containsExactly(released.path("id").asText());
    }

    @Test
    void oneOfAnotherNationGetsItsOwn() {
        ObjectNode forXcc = Taxii.indicator("192.0.2.32");
        Callers.register(Taxii.registration(List.of(forXcc), "XEE"));
        String path = "/taxii2/xee-cyber-defence/collections/situational-awareness/objects/";

        List<String> ids = Taxii.ids(Taxii.pages(Taxii.xee(), path, Map.of("limit", 50)));

        assertThat(ids).contains(forXcc.path("id").asText()).doesNotContain(Bundles.OPEN_INDICATOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"objects/{id}/", "objects/{id}/versions/", "objects/{id}/?match[version]=all"})
    void whatIsHiddenIsNotThere(String path) {
        ObjectNode hidden = Taxii.indicator("192.0.2.33");
        Callers.register(Taxii.registration(List.of(hidden), "XEE"));
        Response absent = Taxii.xbb().get(Taxii.AWARENESS + path, "indicator--" + UUID.randomUUID());

        Response answer =
                Taxii.xbb().get(Taxii.AWARENESS + path, hidden.path("id").asText());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asByteArray()).isEqualTo(absent.asByteArray());
    }

    @Test
    void putsAPageOnRecordBeforeItIsSent() throws Exception {
        ObjectNode indicator = Taxii.indicator("192.0.2.34");
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));

        Response page = Taxii.xbb()
                .queryParam("match[id]", indicator.path("id").asText())
                .get(OBJECTS);

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

    @Test
    void aSuspendedPartnerGetsNothing() {
        Callers.register(Taxii.registration(List.of(Taxii.indicator("192.0.2.44")), "XBB"));
        AccessPeer.behave(AccessPeer.Mode.SUSPENDED);

        Response page = Taxii.xbb().get(OBJECTS);

        page.then().statusCode(200).body("objects", nullValue()).body("more", equalTo(false));
    }

    @Test
    void whoIsNoLongerSuspendedGetsItAtOnce() {
        ObjectNode indicator = Taxii.indicator("192.0.2.53");
        Callers.register(Taxii.registration(List.of(indicator), "XBB"));
        AccessPeer.behave(AccessPeer.Mode.SUSPENDED);
        Taxii.xbb().get(OBJECTS).then().body("objects", nullValue());
        AccessPeer.behave(AccessPeer.Mode.NORMAL);

        Response answer =
                Taxii.xbb().get(OBJECTS + "{id}/", indicator.path("id").asText());

        answer.then().statusCode(200);
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

        Response page = Taxii.xbb()
                .queryParam("match[id]", indicator.path("id").asText())
                .get(OBJECTS);

        page.then().statusCode(200).body("objects", nullValue());
    }

    @Test
    void whoWorksForTheHomeSideGetsAllOfIt() {
        ObjectNode indicator = Taxii.indicator("192.0.2.47");
        Callers.register(Taxii.registration(List.of(indicator), "XDD"));

        Response page = Taxii.client(Callers.home("agency-app", "originator"))
                .get("/taxii2/xaa-cyber-defence/collections/situational-awareness/objects/"
                        + indicator.path("id").asText() + "/");

        page.then()
                .statusCode(200)
                .body("objects.id", contains(indicator.path("id").asText()));
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

        Response page = Taxii.xbb()
                .queryParam("match[id]", indicator.path("id").asText())
                .get(OBJECTS);

        page.then().statusCode(200).body("objects", nullValue());
        assertThat(Events.await("org.entente.catalog.integrity.violated.v1", asset))
                .isNotEmpty();
    }
}
