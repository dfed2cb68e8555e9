package org.entente.access.message;

import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Desks.asAnalystOf;
import static org.entente.access.Desks.asLiaison;
import static org.entente.access.Desks.routes;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The drafter is {@code officer} of XAA-CYBER, whose superior is {@code chief}; {@code sailor} speaks for XAA-NAVY. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class MessageResourceTest {

    @BeforeEach
    void rules() {
        routes("PT2H");
    }

    private static String drafted(String partner) {
        return asLiaison("officer")
                .body("{\"partner\": \"" + partner + "\", \"about\": \"refused\", \"title\": \"t\", \"text\": \"why\"}")
                .post("/access/messages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response act(String name, String message, String act, String body) {
        return asLiaison(name).body(body).post("/access/messages/" + message + "/" + act);
    }

    private static String inCoordination(String partner) {
        String message = drafted(partner);
        act("officer", message, "coordination", "{\"agencies\": [\"XAA-NAVY\"]}")
                .then()
                .statusCode(200);
        return message;
    }

    @Test
    void reachesThePartnerOnceAllAgreeAndASecondPersonApproves() {
        // given
        String partner = registeredPartner();
        String message = inCoordination(partner);
        act("colleague", message, "approval", "").then().statusCode(409);
        act("sailor", message, "checks", "{\"agency\": \"XAA-NAVY\", \"agrees\": true}")
                .then()
                .statusCode(200);
        act("officer", message, "approval", "").then().statusCode(403);
        act("colleague", message, "approval", "").then().statusCode(200);
        asAnalystOf(partner).get("/access/messages/" + message).then().statusCode(404);

        // when
        var sent = act("officer", message, "sending", "");

        // then
        sent.then().statusCode(200).body("state", equalTo("sent"));
        asAnalystOf(partner)
                .get("/access/messages")
                .then()
                .body("messages", hasSize(1))
                .body("messages[0].text", equalTo("why"))
                .body("messages[0].home", nullValue());
        asOfficerOf(partner)
                .post("/access/messages/" + message + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("state", equalTo("acknowledged"));
        asOfficerOf(registeredPartner())
                .get("/access/messages/" + message)
                .then()
                .statusCode(404);
    }

    @Test
    void anObjectionIsOverruledByTheSuperiorOnly() {
        // given
        String message = inCoordination(registeredPartner());
        act(
                        "sailor",
                        message,
                        "checks",
                        "{\"agency\": \"XAA-NAVY\", \"agrees\": false, \"reason\": \"It names a harbour.\"}")
                .then()
                .statusCode(200);
        act("colleague", message, "approval", "").then().statusCode(409);
        act("officer", message, "overruling", "{\"reason\": \"r\"}").then().statusCode(403);
        act("sailor", message, "overruling", "{\"reason\": \"r\"}").then().statusCode(403);

        // when
        var overruled = act("chief", message, "overruling", "{\"reason\": \"It is known.\"}");

        // then
        overruled.then().statusCode(200);
        act("colleague", message, "approval", "").then().statusCode(200).body("state", equalTo("approved"));
    }

    @Test
    void otherWordsNeedAgreementAnew() {
        // given
        String partner = registeredPartner();
        String message = inCoordination(partner);
        act("sailor", message, "checks", "{\"agency\": \"XAA-NAVY\", \"agrees\": true}")
                .then()
                .statusCode(200);

        // when
        var revised = asLiaison("officer")
                .body("{\"about\": \"refused\", \"title\": \"t\", \"text\": \"other words\"}")
                .put("/access/messages/" + message);

        // then
        revised.then().statusCode(200).body("state", equalTo("drafted"));
        act("colleague", message, "approval", "").then().statusCode(409);
    }

    @Test
    void isNothingToThePartnerBeforeItIsSentWhateverTagTheyState() {
        // given
        String partner = registeredPartner();
        String message = drafted(partner);

        // when
        var answer = asAnalystOf(partner)
                .header("If-Match", "\"stale\"")
                .post("/access/messages/" + message + "/acknowledgement");

        // then
        answer.then().statusCode(404).body("current", nullValue());
    }

    @Test
    void onlyWhoSpeaksForAnAgencyChecks() {
        // given
        String message = inCoordination(registeredPartner());

        // when
        var answer = act("colleague", message, "checks", "{\"agency\": \"XAA-NAVY\", \"agrees\": true}");

        // then
        answer.then().statusCode(403);
    }
}
