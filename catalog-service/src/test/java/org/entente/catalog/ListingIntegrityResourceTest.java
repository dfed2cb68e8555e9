package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists are not widened by someone who can write to the database. */
@QuarkusTest
class ListingIntegrityResourceTest {
    private static final String VIOLATED = "org.entente.catalog.integrity.violated.v1";
    private static final String RESET =
            "update listed_asset set label_set = (select label_set from listed_asset where asset = ?) where asset = ?";

    @BeforeEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void showsNothingUnderALabelThatIsNoLongerTheOneStored() {
        String asset = Callers.register(ListingResourceTest.withLabel("Relabelled", "XDD", "XYB"));
        String label = Database.find("select title_label from asset_version where asset = '" + asset + "'");
        String document = Database.find("select document from label where id = '" + label + "'");
        Database.tamper("update label set document = ? where id = ?", document.replace("XDD", "XBB"), label);

        Response list = xbbAnalyst().get("/catalog/assets");

        Database.tamper("update label set document = ? where id = ?", document, label);
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.asString()).doesNotContain(asset);
        assertThat(Listed.everything(Callers::xbbAnalyst)).doesNotContain(asset);
    }

    @Test
    void showsNothingOfAnAssetThatWasMovedToOtherLabels() {
        String hidden = Callers.register(Bundles.hiddenRegistration("Moved"));
        String shown = Callers.register(Bundles.registration("Lends its labels"));
        String own = Callers.register(Bundles.hiddenRegistration("Keeps its labels"));
        Database.tamper(RESET, UUID.fromString(shown), UUID.fromString(hidden));

        Response list = xbbAnalyst().get("/catalog/assets");

        Database.tamper(RESET, UUID.fromString(own), UUID.fromString(hidden));
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.asString()).contains(shown).doesNotContain(hidden);
        assertThat(Events.await(VIOLATED, hidden)).isNotEmpty();
    }

    @Test
    void showsNoCardBecauseOfALabelThatWasAdded() {
        String hidden = Callers.register(Bundles.hiddenRegistration("Label added"));
        String shown = Callers.register(Bundles.registration("Lends a label"));
        Database.tamper(
                "insert into asset_label select ?, 1, title_label, 0 from asset_version where asset = ?",
                UUID.fromString(hidden),
                UUID.fromString(shown));

        Response card = xbbAnalyst().get("/catalog/assets/{id}", hidden);

        Database.tamper(
                "delete from asset_label where asset = ? and portions = 0 and label ="
                        + " (select title_label from asset_version where asset = '" + shown + "')",
                UUID.fromString(hidden));
        assertThat(card.statusCode()).isEqualTo(500);
        assertThat(card.asString()).doesNotContain(hidden);
    }

    @Test
    void showsTheHomeSideThatSomethingIsThere() {
        String asset = Callers.register(Bundles.registration("Title that was changed"));
        Database.tamper(
                "update asset_version set title = set_byte(title, 20, get_byte(title, 20) # 1) where asset = ?",
                UUID.fromString(asset));

        Response list = Callers.liaison().queryParam("limit", 1).get("/catalog/assets");

        list.then().statusCode(200).body("assets[0].id", equalTo(asset)).body("assets[0].title", nullValue());
        assertThat(xbbAnalyst().queryParam("limit", 1).get("/catalog/assets").asString())
                .doesNotContain(asset);
    }

    @Test
    void listsWhatWasRegisteredBeforeThereWereSets() {
        String asset = Callers.register(Bundles.registration("Older"));
        Database.tamper("update listed_asset set seal = null where asset = ?", UUID.fromString(asset));

        Response list = xbbAnalyst().queryParam("limit", 1).get("/catalog/assets");

        assertThat(list.jsonPath().getList("assets.id")).containsExactly(asset);
    }

    @Test
    void takesTheMissingSealOfAnAssetForNoReasonToShowIt() {
        String hidden = Callers.register(Bundles.hiddenRegistration("Unsealed"));
        String shown = Callers.register(Bundles.registration("Lends its labels"));
        String own = Callers.register(Bundles.hiddenRegistration("Keeps its labels"));
        Database.tamper(RESET, UUID.fromString(shown), UUID.fromString(hidden));
        Database.tamper("update listed_asset set seal = null where asset = ?", UUID.fromString(hidden));

        Response list = xbbAnalyst().get("/catalog/assets");

        Database.tamper(RESET, UUID.fromString(own), UUID.fromString(hidden));
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.asString()).contains(shown).doesNotContain(hidden);
    }
}
