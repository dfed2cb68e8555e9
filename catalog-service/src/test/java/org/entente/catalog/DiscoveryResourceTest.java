package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.as;
import static org.entente.catalog.Callers.liaison;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DiscoveryResourceTest {

    @BeforeEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        AccessPeer.questions();
    }

    @Test
    void listsEverythingThatMayBeDiscoveredOnce() {
        List<String> shared = new ArrayList<>();
        for (int index = 0; index < 7; index++) {
            shared.add(0, Callers.register(Bundles.registration("Shared " + index)));
            Callers.register(Bundles.hiddenRegistration("Hidden " + index));
        }

        List<String> listed = Listed.pages(Callers::xbbAnalyst, 2);

        assertThat(listed).doesNotHaveDuplicates().startsWith(shared.toArray(String[]::new));
    }

    @Test
    void listsNothingThatMayNotBeDiscovered() {
        Callers.register(Bundles.hiddenRegistration("Hidden"));

        Response list = as(Callers.partner("xye-analyst", "XYE")).get("/catalog/assets");

        list.then().statusCode(200).body("assets", equalTo(List.of())).body("next", nullValue());
    }

    @Test
    void showsTheHomeSideEverything() {
        String hidden = Callers.register(Bundles.hiddenRegistration("Only ours"));

        Response list = liaison().queryParam("limit", 1).get("/catalog/assets");

        list.then()
                .statusCode(200)
                .body("assets[0].id", equalTo(hidden))
                .body("assets[0].title", equalTo("Only ours"))
                .body("assets[0].originator", equalTo("XAA"))
                .body("assets[0].version", equalTo(1));
        assertThat(AccessPeer.questions()).isEmpty();
    }

    @Test
    void decidesLabelsRatherThanAssets() {
        for (int index = 0; index < 5; index++) {
            Callers.register(Bundles.registration("Same labels " + index));
        }

        as(Callers.partner("xbb-newcomer", "XBB").clearances("ALLIANCE:SECRET:" + UUID.randomUUID()))
                .get("/catalog/assets")
                .then()
                .statusCode(200);

        List<Map<String, Object>> questions = AccessPeer.questions();
        assertThat(questions).hasSize(1);
        assertThat(Bundles.JSON.valueToTree(questions.get(0)).at("/resource/properties/portions"))
                .hasSize(Integer.parseInt(Database.find("select count(*) from label")));
    }

    @Test
    void leavesTheTitleOutForWhomItsLabelDoesNotAdmit() {
        ObjectNode registration = Bundles.hiddenRegistration("Secret title");
        registration
                .withObject("/labelsByType")
                .set("malware", Bundles.registration("").get("defaultLabel"));
        String asset = Callers.register(registration);

        Response card = xbbAnalyst().get("/catalog/assets/{id}", asset);

        card.then().statusCode(200).body("id", equalTo(asset)).body("title", nullValue());
        assertThat(xbbAnalyst().get("/catalog/assets").asString())
                .contains(asset)
                .doesNotContain("Secret title");
    }

    @Test
    void showsTheCardToAPartner() {
        String asset = Callers.register(Bundles.registration("A card"));

        Response card = xbbAnalyst().get("/catalog/assets/{id}", asset);

        card.then().statusCode(200).body("title", equalTo("A card")).body("portions", nullValue());
    }

    @Test
    void showsTheMetadataToTheHomeSide() {
        ObjectNode registration = Bundles.registration("Metadata");
        String registered = Callers.originator()
                .body(registration.toString())
                .post("/catalog/assets")
                .asString();

        Response metadata =
                liaison().get("/catalog/assets/{id}", JsonPath.from(registered).getString("id"));

        ObjectNode shown = (ObjectNode) Bundles.read(metadata.asString());
        assertThat(shown.remove("purposeNote").asText()).isEqualTo("for the water utilities");
        assertThat(shown).isEqualTo(Bundles.read(registered));
    }

    @Test
    void hidesACardAsIfTheAssetWereNotThere() {
        String hidden = Callers.register(Bundles.hiddenRegistration("No card"));
        Response absent = xbbAnalyst().get("/catalog/assets/{id}", UUID.randomUUID());

        Response answer = xbbAnalyst().get("/catalog/assets/{id}", hidden);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asByteArray()).isEqualTo(absent.asByteArray());
        assertThat(answer.headers().asList())
                .hasToString(absent.headers().asList().toString());
    }

    @Test
    void doesNotKnowWhatIsNotAnIdentifier() {
        xbbAnalyst().get("/catalog/assets/{id}", "nonsense").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,201", "limit,-1", "limit,ten", "limit,99999999999", "cursor,abc", "purpose,curiosity"
    })
    void namesTheParameterThatIsWrong(String parameter, String value) {
        xbbAnalyst()
                .queryParam(parameter, value)
                .get("/catalog/assets")
                .then()
                .statusCode(400)
                .body("field", equalTo(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crisis-authority", "operator", "policy-administrator"})
    void isNotForEverybodyAtHome(String role) {
        as(Callers.home("somebody", role)).get("/catalog/assets").then().statusCode(403);
    }
}
