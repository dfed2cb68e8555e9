package org.entente.access.partner;

import static org.entente.access.Access.as;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.nation;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.view;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class PartnerResourceTest {

    @Test
    void isRegisteredWithANormalPosture() {
        // given
        String code = nation();

        // when
        var answer = asLiaison().body("{\"name\": \"Republic\"}").put("/access/partners/" + code);

        // then
        answer.then().statusCode(201).body("code", equalTo(code)).body("posture", equalTo("normal"));
    }

    @Test
    void isRenamed() {
        // given
        String code = registeredPartner();

        // when
        var answer = asLiaison().body("{\"name\": \"Kingdom\"}").put("/access/partners/" + code);

        // then
        answer.then().statusCode(200).body("name", equalTo("Kingdom"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAA", "xbb", "NATION", "DEU1"})
    void isAnotherNation(String code) {
        // given
        var request = asLiaison().body("{\"name\": \"Republic\"}");

        // when
        var answer = request.put("/access/partners/" + code);

        // then
        answer.then().statusCode(400).body("field", equalTo("code"));
    }

    @Test
    void isNotRegisteredByItself() {
        // given
        String code = nation();

        // when
        var answer = asOfficerOf(code).body("{\"name\": \"Republic\"}").put("/access/partners/" + code);

        // then
        answer.then().statusCode(403);
    }

    @Test
    void isSuspendedWithEffectOnTheVeryNextDecision() {
        // given
        String code = registeredPartner();
        granted(inForce(code), 1);
        asEnforcementPoint()
                .body(view(code))
                .post("/access/v1/evaluation")
                .then()
                .body("decision", equalTo(true));

        // when
        var answer = asLiaison()
                .body("{\"posture\": \"suspended\", \"reason\": \"Breach.\"}")
                .post("/access/partners/" + code + "/posture");

        // then
        answer.then().statusCode(200).body("posture", equalTo("suspended"));
        asEnforcementPoint()
                .body(view(code))
                .post("/access/v1/evaluation")
                .then()
                .body("decision", equalTo(false));
    }

    @Test
    void isNotRestoredByOnePerson() {
        // given
        String code = registeredPartner();
        asLiaison()
                .body("{\"posture\": \"contained\", \"reason\": \"Breach.\"}")
                .post("/access/partners/" + code + "/posture");

        // when
        var answer = asLiaison()
                .body("{\"posture\": \"normal\", \"reason\": \"All is well.\"}")
                .post("/access/partners/" + code + "/posture");

        // then
        answer.then().statusCode(409).body("field", equalTo("/posture"));
    }

    @Test
    void isNotReadByAnEnforcementPoint() {
        // given
        String code = registeredPartner();

        // when
        var answer = as(TestTokens.token("enforcement-point").roles("policy-enforcement-point"))
                .get("/access/partners/" + code);

        // then
        answer.then().statusCode(403);
    }
}
