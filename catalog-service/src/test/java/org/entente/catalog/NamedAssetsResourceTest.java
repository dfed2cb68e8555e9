package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.as;
import static org.entente.catalog.Callers.xccAnalyst;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grants may name assets, about which labels decide nothing: lists agree with what is decided about each. */
@QuarkusTest
class NamedAssetsResourceTest {
    private final List<String> open = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();

    @BeforeEach
    void register() {
        for (int number = 0; number < 3; number++) {
            open.add(Callers.register(ListingResourceTest.withLabel("Open " + number, "XYN")));
            hidden.add(Callers.register(ListingResourceTest.withLabel("Hidden " + number, "XYM")));
        }
    }

    @AfterEach
    void forget() {
        AccessPeer.name("", List.of());
    }

    @ParameterizedTest(name = "{0} on a page")
    @ValueSource(ints = {1, 2, 200})
    void aListShowsWhatIsDecidedAboutEachAsset(int limit) {
        // given
        List<String> named = List.of(
                hidden.get(0), hidden.get(2), open.get(1), UUID.randomUUID().toString(), "no-id");
        AccessPeer.name("XYN", named);

        // when
        List<String> listed = Listed.pages(NamedAssetsResourceTest::reader, limit);

        // then
        assertThat(listed).doesNotHaveDuplicates();
        List<String> here = Stream.concat(open.stream(), hidden.stream())
                .filter(id -> isDiscoverable(NamedAssetsResourceTest::reader, id))
                .toList();
        assertThat(here).contains(hidden.get(0), hidden.get(2)).doesNotContain(hidden.get(1));
        assertThat(listed.stream().filter(id -> open.contains(id) || hidden.contains(id)))
                .containsExactlyInAnyOrderElementsOf(here);
        reader().get("/catalog/assets/count").then().body("count", equalTo(listed.size()));
    }

    @Test
    void nobodyElseSeesThem() {
        // given
        AccessPeer.name("XYN", hidden);

        // when
        List<String> listed = Listed.everything(Callers::xccAnalyst);

        // then
        assertThat(listed).doesNotContainAnyElementsOf(hidden);
        xccAnalyst().get("/catalog/assets/" + hidden.get(0)).then().statusCode(404);
    }

    @Test
    void theirDecisionsAreOnRecordWithThePage() {
        // given
        AccessPeer.name("XYN", List.of(hidden.get(0)));
        AccessPeer.disclosures();
        AccessPeer.questions();

        // when
        reader().queryParam("limit", 1).get("/catalog/assets").then().statusCode(200);

        // then
        JsonNode disclosure =
                Bundles.JSON.valueToTree(AccessPeer.disclosures()).get(0).path("disclosure");
        assertThat(disclosure.path("decisions").size()).isGreaterThan(1);
        JsonNode questions = Bundles.JSON.valueToTree(AccessPeer.questions());
        assertThat(questions.findValuesAsText("id")).contains("*", hidden.get(0));
    }

    @Test
    void aTitleIsShownAsItIsAlone() {
        // given
        AccessPeer.name("XYN", List.of(hidden.get(1)));

        // when
        JsonNode page = Bundles.read(
                reader().queryParam("limit", 200).get("/catalog/assets").asString());

        // then
        JsonNode alone =
                Bundles.read(reader().get("/catalog/assets/" + hidden.get(1)).asString());
        assertThat(page.path("assets")).contains(alone);
    }

    @Test
    void aSearchFindsWordsOfThemAndOfNoOthersUnderTheirLabels() {
        // given
        AccessPeer.name("XYN", List.of(hidden.get(0)));

        // when
        var found = reader().queryParam("q", "Hidden")
                .queryParam("purpose", "cyber-defence")
                .get("/catalog/search");

        // then
        found.then()
                .statusCode(200)
                .body("results.id", equalTo(List.of(hidden.get(0))))
                .body("count", equalTo(1));
    }

    @Test
    void aSearchOfAnotherFindsNothingOfThem() {
        // given
        AccessPeer.name("XYN", hidden);

        // when
        var found = xccAnalyst()
                .queryParam("q", "Hidden")
                .queryParam("purpose", "cyber-defence")
                .get("/catalog/search");

        // then
        assertThat(found.jsonPath().getList("results.id", String.class)).doesNotContainAnyElementsOf(hidden);
    }

    @Test
    void collectionsHaveTheirObjectsAndNoOthersUnderTheirLabels() {
        // given
        List<ObjectNode> objects = List.of(Taxii.indicator("192.0.2.77"), Taxii.indicator("192.0.2.78"));
        String named = Callers.register(Taxii.registration(objects.subList(0, 1), "XYM"));
        Callers.register(Taxii.registration(objects.subList(1, 2), "XYM"));
        AccessPeer.name("XYN", List.of(named));

        // when
        JsonNode page = Bundles.read(Taxii.client(Callers.partner("xyn-analyst", "XYN"))
                .get("/taxii2/xyn-cyber-defence/collections/situational-awareness/objects/")
                .asString());

        // then
        assertThat(page.findValuesAsText("id"))
                .contains(objects.get(0).path("id").asText())
                .doesNotContain(objects.get(1).path("id").asText());
    }

    private static boolean isDiscoverable(Supplier<RequestSpecification> reader, String id) {
        return reader.get().get("/catalog/assets/" + id).statusCode() == 200;
    }

    private static RequestSpecification reader() {
        return as(Callers.partner("xyn-analyst", "XYN"));
    }
}
