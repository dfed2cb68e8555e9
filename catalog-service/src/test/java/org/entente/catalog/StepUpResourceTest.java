package org.entente.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.catalog.Callers.as;
import static org.entente.catalog.Callers.xbb;
import static org.entente.catalog.Callers.xbbAnalyst;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A denial for want of nothing but a stronger login asks for it (RFC 9470), if the reader may know of the asset. */
@QuarkusTest
class StepUpResourceTest {
    private static final String DEFENCE = "{\"purpose\": \"cyber-defence\"}";
    private static final String CHALLENGE = "Bearer error=\"insufficient_user_authentication\","
            + " error_description=\"A stronger login is needed\", acr_values=\"hardware\", max_age=\"300\"";

    private String asset;

    @BeforeEach
    void register() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
        asset = Callers.register(Bundles.registration("Strong login"));
    }

    @AfterEach
    void behave() {
        AccessPeer.behave(AccessPeer.Mode.NORMAL);
    }

    @Test
    void aViewAsksForTheLogin() {
        AccessPeer.behave(AccessPeer.Mode.HARDWARE_ONLY);

        Response view = xbbAnalyst().body(DEFENCE).post("/catalog/assets/" + asset + "/views");

        view.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo(CHALLENGE))
                .body("stepUp.acr", equalTo("hardware"))
                .body("stepUp.maxAge", equalTo(300))
                .body("decisionId", notNullValue())
                .body("explanation.summary", notNullValue());
    }

    @Test
    void aReleaseAsksForTheLogin() {
        AccessPeer.behave(AccessPeer.Mode.HARDWARE_ONLY);

        Response release = xbbAnalyst().body(DEFENCE).post("/catalog/assets/" + asset + "/releases");

        release.then().statusCode(401).header("WWW-Authenticate", equalTo(CHALLENGE));
    }

    @Test
    void whatMayNotBeDiscoveredAsksForNothing() {
        AccessPeer.behave(AccessPeer.Mode.HIDDEN_WITHOUT_HARDWARE);

        Response hidden = xbbAnalyst().body(DEFENCE).post("/catalog/assets/" + asset + "/views");
        Response absent = xbbAnalyst().body(DEFENCE).post("/catalog/assets/" + UUID.randomUUID() + "/views");

        hidden.then().statusCode(404).header("WWW-Authenticate", equalTo(null));
        assertThat(hidden.asByteArray()).isEqualTo(absent.asByteArray());
    }

    @Test
    void theDecisionIsAskedForWithTheTimeOfTheLogin() {
        AccessPeer.questions();
        Instant loggedIn = Instant.parse("2026-11-23T10:00:00Z");

        as(xbb().claim("auth_time", loggedIn.getEpochSecond()))
                .body(DEFENCE)
                .post("/catalog/assets/" + asset + "/views");

        assertThat(Bundles.JSON
                        .valueToTree(AccessPeer.questions())
                        .at("/0/subject/properties/authenticated")
                        .asText())
                .isEqualTo("2026-11-23T10:00:00Z");
    }
}
