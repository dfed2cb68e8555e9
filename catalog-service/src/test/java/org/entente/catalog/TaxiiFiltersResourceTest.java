package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
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
class TaxiiFiltersResourceTest {
    private static final String OBJECTS = Taxii.AWARENESS + "objects/";
    private static final String TIMESTAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

    @BeforeEach
    @AfterEach
    void clear() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
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

    /** As OpenCTI's connector asks, and MISP with its first page. */
    @Test
    void aCursorHoldsWithoutTheInstantItBeganWith() {
        Callers.register(
                Taxii.registration(List.of(Taxii.indicator("192.0.2.3"), Taxii.indicator("192.0.2.4")), "XBB"));
        Response first = Taxii.xbb()
                .queryParam("limit", 1)
                .queryParam("next", "")
                .queryParam("added_after", "2026-01-01T00:00:00Z")
                .get(OBJECTS);

        Response second = Taxii.xbb()
                .queryParam("limit", 1)
                .queryParam("next", first.<String>path("next"))
                .get(OBJECTS);

        first.then().statusCode(200);
        second.then().statusCode(200);
        assertThat(second.<String>path("objects[0].id")).isNotEqualTo(first.path("objects[0].id"));
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() {
        Callers.register(
                Taxii.registration(List.of(Taxii.indicator("192.0.2.1"), Taxii.indicator("192.0.2.2")), "XBB"));
        String next = Taxii.xbb().queryParam("limit", 1).get(OBJECTS).path("next");

        Response answer = Taxii.xbb()
                .queryParam("next", next)
                .queryParam("match[type]", "indicator")
                .get(OBJECTS);

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

        assertThat(ids)
                .contains(fresh.path("id").asText())
                .doesNotContain(old.path("id").asText());
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
        Callers.register(Taxii.registration(List.of(indicator), "XBB", "XEE"));

        Response answer = Taxii.xbb()
                .queryParam("match[version]", "all")
                .get(OBJECTS + indicator.path("id").asText() + "/");

        answer.then()
                .statusCode(200)
                .body("objects.id", contains(indicator.path("id").asText()));
    }

    @Test
    void filtersByType() {
        ObjectNode indicator = Taxii.indicator("192.0.2.41");
        ObjectNode campaign = Taxii.sdo("campaign", "2026-01-01T00:00:00.000Z").put("name", "Tide");
        Callers.register(Taxii.registration(List.of(indicator, campaign), "XBB"));

        Response page = Taxii.xbb()
                .queryParam("match[type]", "campaign,malware")
                .queryParam(
                        "match[id]",
                        indicator.path("id").asText() + ","
                                + campaign.path("id").asText())
                .get(OBJECTS);

        page.then()
                .statusCode(200)
                .body("objects.id", contains(campaign.path("id").asText()));
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

        Response manifest =
                Taxii.xbb().queryParam("match[id]", address.path("id").asText()).get(Taxii.AWARENESS + "manifest/");

        manifest.then()
                .statusCode(200)
                .body("objects[0].date_added", matchesPattern(TIMESTAMP))
                .body("objects[0].media_type", equalTo("application/stix+json;version=2.1"));
        String version = manifest.path("objects[0].version");
        assertThat((String) manifest.path("objects[0].date_added")).startsWith(version.substring(0, 23));
    }
}
