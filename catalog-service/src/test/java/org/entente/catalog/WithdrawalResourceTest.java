package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.liaison;
import static org.entente.catalog.Callers.originator;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.entente.release.Archive;
import org.entente.release.ReleasePackage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WithdrawalResourceTest {
    private static final String DEFENCE = "{\"purpose\": \"cyber-defence\"}";

    @BeforeEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void destroysTheKeyAndKeepsAStub() {
        String asset = Callers.register(Documents.registration("Withdrawn title"));

        Response withdrawn = withdraw(asset);

        withdrawn
                .then()
                .statusCode(200)
                .body("id", equalTo(asset))
                .body("originator", equalTo("XAA"))
                .body("versions", equalTo(1))
                .body("reason", equalTo("By mistake."));
        assertThat(Database.find("select count(*) from asset_key where asset = '" + asset + "'"))
                .isEqualTo("0");
        Response stub = liaison().get("/catalog/assets/{id}", asset);
        assertThat(stub.asString()).isEqualTo(withdrawn.asString());
        assertThat(Events.await("org.entente.catalog.asset.withdrawn.v1", asset))
                .hasSize(1);
    }

    @Test
    void leavesAPartnerNothingThatTellsItFromWhatNeverWas() {
        String asset = Callers.register(Documents.registration("Gone"));
        withdraw(asset).then().statusCode(200);
        Response absent = xbbAnalyst().body(DEFENCE).post("/catalog/assets/{id}/views", UUID.randomUUID());

        Response view = xbbAnalyst().body(DEFENCE).post("/catalog/assets/{id}/views", asset);

        assertThat(view.statusCode()).isEqualTo(404);
        assertThat(view.asByteArray()).isEqualTo(absent.asByteArray());
        assertThat(view.headers().asList())
                .hasToString(absent.headers().asList().toString());
        assertThat(xbbAnalyst().get("/catalog/assets/{id}", asset).asByteArray())
                .isEqualTo(xbbAnalyst()
                        .get("/catalog/assets/{id}", UUID.randomUUID())
                        .asByteArray());
        assertThat(xbbAnalyst().get("/catalog/assets").asString()).doesNotContain(asset);
    }

    @Test
    void cannotBeReadOrSupersededByAnyone() {
        String asset = Callers.register(Documents.registration("Gone"));
        withdraw(asset).then().statusCode(200);

        Response own = originator().body(DEFENCE).post("/catalog/assets/{id}/views", asset);

        own.then().statusCode(404);
        originator().get("/catalog/assets/{id}/versions/1", asset).then().statusCode(404);
        originator()
                .body(Documents.registration("Again").toString())
                .post("/catalog/assets/{id}/versions", asset)
                .then()
                .statusCode(404);
    }

    @Test
    void leavesNoTitleBehindForRepetitions() {
        String asset = originator()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Documents.registration("Unforgettable title").toString())
                .post("/catalog/assets")
                .path("id");

        withdraw(asset).then().statusCode(200);

        assertThat(Database.find("select count(*) from idempotency where answer like '%Unforgettable%'"))
                .isEqualTo("0");
    }

    @Test
    void leavesNothingReadableOfWhatWasMadeOfIt() {
        String asset = Callers.register(Bundles.registration("Made of it"));
        String tearline = Tearlines.approved(asset, Tearlines.draftFor(Tearlines.FOR_XBB, "XBB"));
        String release = Released.toXbb(asset);
        byte[] copy = Released.fetch(xbbAnalyst(), release).asByteArray();

        withdraw(asset).then().statusCode(200);

        String of = " from %s where asset = '" + asset + "'";
        assertThat(Database.find("select length(manifest) + length(package)" + of.formatted("release")))
                .isEqualTo("0");
        assertThat(Database.find("select count(*)" + of.formatted("search_posting")))
                .isEqualTo("0");
        assertThat(Database.find("select count(*)" + of.formatted("asset_key"))).isEqualTo("0");
        assertThat(Database.find("select count(*)" + of.formatted("tearline"))).isEqualTo("1");
        originator()
                .get("/catalog/assets/{id}/tearlines/{tearline}", asset, tearline)
                .then()
                .statusCode(404);
        Released.fetch(xbbAnalyst(), release).then().statusCode(404);
        Released.trace(Archive.read(copy).getOrDefault(ReleasePackage.BUNDLE, new byte[0]))
                .then()
                .statusCode(200)
                .body("named.release", hasItem(release));
    }

    @Test
    void staysAsItIsWhenAskedAgain() {
        String asset = Callers.register(Documents.registration("Twice"));
        String first = withdraw(asset).asString();

        Response again = originator().body("{\"reason\": \"Another.\"}").post("/catalog/assets/{id}/withdrawal", asset);

        assertThat(again.asString()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \" \"}", "{\"reason\": null}", "null"})
    void needsAReason(String body) {
        String asset = Callers.register(Documents.registration("No reason"));

        Response refused = originator().body(body).post("/catalog/assets/{id}/withdrawal", asset);

        refused.then().statusCode(400).body("field", equalTo("/reason"));
    }

    @Test
    void isForHomeOriginatorsOnly() {
        String asset = Callers.register(Documents.registration("Not yours"));

        Response refused = liaison().body("{\"reason\": \"Why not.\"}").post("/catalog/assets/{id}/withdrawal", asset);

        refused.then().statusCode(403);
        xbbAnalyst()
                .body("{\"reason\": \"Why not.\"}")
                .post("/catalog/assets/{id}/withdrawal", asset)
                .then()
                .statusCode(403);
        originator()
                .body("{\"reason\": \"What?\"}")
                .post("/catalog/assets/{id}/withdrawal", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private static Response withdraw(String asset) {
        return originator().body("{\"reason\": \"By mistake.\"}").post("/catalog/assets/{id}/withdrawal", asset);
    }
}
