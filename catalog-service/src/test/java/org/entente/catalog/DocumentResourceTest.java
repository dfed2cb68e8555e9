package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class DocumentResourceTest {
    private static final String DEFENCE = "{\"purpose\": \"cyber-defence\"}";

    @BeforeEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void marksEachPortion() {
        Response registered = register(Documents.registration("Marked"));

        registered
                .then()
                .statusCode(201)
                .body("form", equalTo("document"))
                .body("portions", equalTo(4))
                .body("banner.classification", equalTo("TOP-SECRET"))
                .body("banner.releasableTo", equalTo(List.of("XAA")))
                .body("banner.compartments", equalTo(List.of("ALLIANCE:ORION")));
    }

    @Test
    void showsThePermittedPortionsWithTheirMarks() {
        String asset = Callers.register(Documents.registration("Shown"));

        Response view = xbbAnalyst().body(DEFENCE).post("/catalog/assets/{id}/views", asset);

        view.then()
                .statusCode(200)
                .body("bundle", nullValue())
                .body("portions.shown", equalTo(3))
                .body("portions.protected", equalTo(true))
                .body("document.banner", equalTo("(S//REL XAA,XBB)"))
                .body(
                        "document.portions.mark",
                        equalTo(List.of("(U//REL XAA,XBB)", "(S//REL XAA,XBB)", "(R//REL XAA,XBB)")))
                .body(
                        "document.portions.markdown",
                        equalTo(List.of("# Sluice", "The intruder came by the pumps.", "The pumps were stopped.")));
        assertThat(view.asString()).doesNotContain(Bundles.SECRET_WORDS).doesNotContain("ORION");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("/document/markdown", "{\"markdown\": \"No mark\"}"),
                Arguments.of("/document", "{}"),
                Arguments.of("/document/portions/0/label/classification", """
                        {"portions": [{"label": {"policy": "ALLIANCE", "classification": "PINK"}, "markdown": "Text"}]}"""),
                Arguments.of("/document/portions/0/shape", "{\"portions\": [{\"shape\": \"round\"}]}"),
                Arguments.of("/document/portions", "{\"portions\": []}"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheFieldThatIsWrong(String field, String document) {
        ObjectNode registration = Documents.registration("Wrong");
        registration.set("document", Bundles.read(document));

        Response refused = register(registration);

        refused.then().statusCode(400).body("field", equalTo(field));
    }

    @Test
    void isABundleOrADocument() {
        ObjectNode both = Bundles.registration("Both");
        both.putObject("document").put("markdown", "(U) Text");

        Response refused = register(both);

        refused.then().statusCode(400).body("field", equalTo("/bundle"));
    }

    @Test
    void supersedesWithANewVersion() {
        String asset = Callers.register(Documents.registration("First"));

        Response second = supersede(asset, Documents.registration("Second", "(U//REL XBB) All over."));

        second.then()
                .statusCode(201)
                .header("Location", containsString("/catalog/assets/" + asset + "/versions/2"))
                .body("id", equalTo(asset))
                .body("version", equalTo(2))
                .body("portions", equalTo(1));
        xbbAnalyst()
                .body(DEFENCE)
                .post("/catalog/assets/{id}/views", asset)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("document.portions.markdown", equalTo(List.of("All over.")))
                .body("portions.protected", equalTo(false));
        assertThat(Events.await("org.entente.catalog.asset.superseded.v1", asset))
                .hasSize(1);
    }

    @Test
    void hidesFromListsWhatTheNewVersionHides() {
        String asset = Callers.register(Documents.registration("Seen"));
        ObjectNode hidden = Documents.registration("Unseen", "(S//NF) Nothing for anyone.");
        hidden.set("defaultLabel", Bundles.hiddenRegistration("Unseen").get("defaultLabel"));
        supersede(asset, hidden).then().statusCode(201);

        Response card = xbbAnalyst().get("/catalog/assets/{id}", asset);

        card.then().statusCode(404);
        assertThat(xbbAnalyst().get("/catalog/assets").asString()).doesNotContain(asset);
    }

    @Test
    void keepsEveryVersion() {
        String asset = Callers.register(Documents.registration("First"));
        supersede(asset, Documents.registration("Second")).then().statusCode(201);

        Response versions = originator().get("/catalog/assets/{id}/versions", asset);

        versions.then()
                .statusCode(200)
                .body("version", equalTo(List.of(2, 1)))
                .body("actor", equalTo(List.of("xaa-originator@XAA", "xaa-originator@XAA")));
        originator()
                .get("/catalog/assets/{id}/versions/1", asset)
                .then()
                .statusCode(200)
                .body("title", equalTo("First"))
                .body("version", equalTo(1));
    }

    @Test
    void supersedesOnlyWhatIsExpected() {
        String asset = Callers.register(Documents.registration("First"));
        supersede(asset, Documents.registration("Second")).then().statusCode(201);

        Response late = originator()
                .header("If-Match", "\"1\"")
                .body(Documents.registration("Third").toString())
                .post("/catalog/assets/{id}/versions", asset);

        late.then().statusCode(412);
    }

    @Test
    void saysTheSameUnderNoLooserLabel() {
        String asset = Callers.register(Documents.registration("Strict", "(S//NF) The pumps are old."));

        Response looser = supersede(asset, Documents.registration("Loose", "(S//REL XBB) The pumps are old."));

        looser.then().statusCode(409).body("field", equalTo("/document"));
        supersede(asset, Documents.registration("Loose", "(R//NF) The pumps are old."))
                .then()
                .statusCode(409);
        supersede(asset, Documents.registration("Stricter", "(TS//NF) The pumps are old."))
                .then()
                .statusCode(201);
        supersede(asset, Documents.registration("Other", "(U//REL XBB) Pumps may be old."))
                .then()
                .statusCode(201);
    }

    @Test
    void letsNobodyElseSupersede() {
        String asset = Callers.register(Documents.registration("First"));

        Response refused = xbbAnalyst()
                .body(Documents.registration("Second").toString())
                .post("/catalog/assets/{id}/versions", asset);

        refused.then().statusCode(403);
        xbbAnalyst().get("/catalog/assets/{id}/versions", asset).then().statusCode(403);
        originator()
                .body(Documents.registration("Second").toString())
                .post("/catalog/assets/{id}/versions", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void noticesAFormThatWasChanged() {
        String asset = Callers.register(Documents.registration("Form"));
        Database.tamper("update asset_version set form = 'stix' where asset = ?", UUID.fromString(asset));

        Response view = xbbAnalyst().body(DEFENCE).post("/catalog/assets/{id}/views", asset);

        view.then().statusCode(500);
        assertThat(Events.await("org.entente.catalog.integrity.violated.v1", asset))
                .hasSize(1);
    }

    @Test
    void noticesAPortionOfAnotherVersion() {
        String asset = Callers.register(Documents.registration("Earlier"));
        supersede(asset, Documents.registration("Later")).then().statusCode(201);
        Database.tamper("""
                update portion p set content = o.content from portion o
                where p.asset = ? and o.asset = p.asset and p.version = 2 and o.version = 1 and o.seq = p.seq""", UUID.fromString(asset));

        Response view = xbbAnalyst().body(DEFENCE).post("/catalog/assets/{id}/views", asset);

        view.then().statusCode(500);
    }

    private static Response register(ObjectNode registration) {
        return originator().body(registration.toString()).post("/catalog/assets");
    }

    private static Response supersede(String asset, ObjectNode registration) {
        return originator().body(registration.toString()).post("/catalog/assets/{id}/versions", asset);
    }
}
