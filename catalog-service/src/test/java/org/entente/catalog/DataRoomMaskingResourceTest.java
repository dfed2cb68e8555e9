package org.entente.catalog;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.entente.catalog.DataRooms.Reader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DataRoomMaskingResourceTest {
    private final Reader reader = Reader.ofXbb();

    @AfterEach
    void restore() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        Masks.restore();
    }

    @Test
    void showsPagesBehindTheMasksOfThePolicy() {
        String path = path(Callers.register(Bundles.registration("Masked")));
        Masks.inForce(Masks.NETWORKS_ONLY);

        Response page = reader.read(path);

        page.then()
                .statusCode(200)
                .body(containsString("192.0.2.0/24"))
                .body(not(containsString("192.0.2.10")))
                .body(not(containsString(Bundles.OPEN_INDICATOR)));
    }

    @Test
    void showsPagesBehindTheMasksThatTheDecisionObligesTo() {
        String path = path(Callers.register(Bundles.registration("Obliged")));
        AccessPeer.behave(AccessPeer.Mode.MASKING_FIELDS);

        Response page = reader.read(path);

        page.then().statusCode(200).body(containsString("192.0.2.0/24")).body(not(containsString("192.0.2.10")));
    }

    @Test
    void showsNothingBehindAMaskThatNobodyUnderstands() {
        String path = path(Callers.register(Bundles.registration("Not understood")));
        AccessPeer.behave(AccessPeer.Mode.MASKING_UNKNOWN);

        Response page = reader.read(path);

        page.then().statusCode(503).body(not(containsString("192.0.2")));
    }

    @Test
    void showsTheTearlineInPlaceOfWhatIsNotShown() {
        String asset = Callers.register(Documents.registration("Sanitised"));
        String hidden = Callers.originator()
                .body(Tearlines.FOR_XBB)
                .post("/catalog/assets/{id}/tearlines/guidance", asset)
                .path("portions.find { !it.seen }.portion");
        Tearlines.approved(
                asset, Tearlines.draftOf(hidden, "[{\"phrases\": [\"from inside\"], \"mask\": \"remove\"}]"));

        Response page = reader.read(path(asset));

        page.then().statusCode(200).body(containsString("was watched")).body(not(containsString(Bundles.SECRET_WORDS)));
    }

    @Test
    void showsNothingOfWhatIsRedacted() {
        String asset = Callers.register(Bundles.registration("Redacted"));
        String path = path(asset);
        reader.read(path).then().body(containsString(Bundles.OPEN_INDICATOR));
        Remarkings.redact(asset, Bundles.OPEN_INDICATOR);

        Response page = reader.read(path);

        page.then().statusCode(200).body(not(containsString(Bundles.OPEN_INDICATOR)));
    }

    @Test
    void showsNothingOfWhatIsWithdrawn() {
        String asset = Callers.register(Bundles.registration("Withdrawn"));
        String path = path(asset);
        Remarkings.withdraw(asset);

        Response page = reader.read(path);

        page.then().statusCode(404);
    }

    private String path(String asset) {
        return reader.entered(DataRooms.open(DataRooms.terms(asset)));
    }
}
