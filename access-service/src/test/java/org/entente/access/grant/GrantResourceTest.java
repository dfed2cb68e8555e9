package org.entente.access.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.grantTerms;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.proposed;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.terms;
import static org.entente.access.Access.view;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class GrantResourceTest {

    @Test
    void isIssuedUnderAnAgreementInForce() {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);

        // when
        var answer = asLiaison().body(grantTerms(agreement, 1)).post("/access/grants");

        // then
        answer.then()
                .statusCode(201)
                .body("state", equalTo("live"))
                .body("partner", equalTo(partner))
                .body("tier", equalTo(1));
    }

    /** Of three: home, and two partners that both have consented. */
    private static String amongThree(String one, String other) {
        String agreement = proposed(
                terms(one).replace("\"title\"", "\"parties\": [\"" + one + "\", \"" + other + "\"], \"title\""));
        for (String partner : List.of(one, other)) {
            asOfficerOf(partner)
                    .post("/access/agreements/" + agreement + "/consents")
                    .then()
                    .statusCode(200);
        }
        return agreement;
    }

    private static String held(String partner, String agreement) {
        return grantTerms(agreement, 1).replaceFirst("\\{", "{\"partner\": \"" + partner + "\", ");
    }

    @Test
    void isHeldByTheOneThatIsNamedWhereAnAgreementHasSeveral() {
        // given
        String first = registeredPartner();
        String second = registeredPartner();
        String agreement = amongThree(first, second);

        // when
        var answer = asLiaison().body(held(second, agreement)).post("/access/grants");

        // then
        answer.then().statusCode(201).body("partner", equalTo(second));
        asEnforcementPoint()
                .body(view(second))
                .post("/access/v1/evaluation")
                .then()
                .body("decision", equalTo(true));
        asEnforcementPoint()
                .body(view(first))
                .post("/access/v1/evaluation")
                .then()
                .body("decision", equalTo(false));
    }

    @Test
    void isHeldByNobodyInParticularOnlyWhereThereIsOne() {
        // given
        String agreement = amongThree(registeredPartner(), registeredPartner());

        // when
        var answer = asLiaison().body(grantTerms(agreement, 1)).post("/access/grants");

        // then
        answer.then().statusCode(400).body("field", equalTo("/partner"));
    }

    @Test
    void isNotHeldByAStrangerToTheAgreement() {
        // given
        String agreement = inForce(registeredPartner());

        // when
        var answer = asLiaison().body(held(registeredPartner(), agreement)).post("/access/grants");

        // then
        answer.then().statusCode(422).body("field", equalTo("/partner"));
    }

    @Test
    void isNotIssuedUnderAProposal() {
        // given
        String agreement = proposed(terms(registeredPartner()));

        // when
        var answer = asLiaison().body(grantTerms(agreement, 1)).post("/access/grants");

        // then
        answer.then().statusCode(422).body("field", equalTo("/agreement"));
    }

    @ParameterizedTest(name = "{2} → {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"tier\": 1 | \"tier\": 3 | /tier | 422",
                "\"shared-analysis\" | \"sensitive\" | /categories | 422",
                "\"cyber-defence\" | \"law-enforcement\" | /purposes | 422",
                "2098-01-01 | 2199-01-01 | /until | 422",
                "\"tier\": 1 | \"tier\": -1 | /tier | 400",
                "\"shared-analysis\" | \"gossip\" | /categories/1 | 400"
            })
    void isNeverWiderThanTheAgreement(String part, String replacement, String field, int status) {
        // given
        String agreement = inForce(registeredPartner());

        // when
        var answer = asLiaison()
                .body(grantTerms(agreement, 1).replace(part, replacement))
                .post("/access/grants");

        // then
        answer.then().statusCode(status).body("field", equalTo(field));
    }

    @Test
    void isWithdrawnWithEffectOnTheVeryNextDecision() {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 1);
        asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .then()
                .body("decision", equalTo(true));

        // when
        var answer =
                asLiaison().body("{\"reason\": \"No longer needed.\"}").post("/access/grants/" + grant + "/withdrawal");

        // then
        answer.then().statusCode(200).body("state", equalTo("withdrawn"));
        asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .then()
                .body("decision", equalTo(false))
                .body("context.reasons.code", contains("no-grant", "no-grant"));
    }

    @Test
    void isWithdrawnOnce() {
        // given
        String grant = granted(inForce(registeredPartner()), 1);
        String reason = "{\"reason\": \"No longer needed.\"}";
        asLiaison()
                .body(reason)
                .post("/access/grants/" + grant + "/withdrawal")
                .then()
                .statusCode(200);

        // when
        var answer = asLiaison().body(reason).post("/access/grants/" + grant + "/withdrawal");

        // then
        answer.then().statusCode(409);
    }

    @Test
    void isWithdrawnByTheHomeSideOnly() {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 1);

        // when
        var answer =
                asOfficerOf(partner).body("{\"reason\": \"Why not.\"}").post("/access/grants/" + grant + "/withdrawal");

        // then
        answer.then().statusCode(403);
    }

    @Test
    void looksToAnyoneElseAsIfItDidNotExist() {
        // given
        String grant = granted(inForce(registeredPartner()), 1);
        String stranger = registeredPartner();
        byte[] nothing =
                asOfficerOf(stranger).get("/access/grants/" + UUID.randomUUID()).asByteArray();

        // when
        var answer = asOfficerOf(stranger).get("/access/grants/" + grant);

        // then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asByteArray()).isEqualTo(nothing);
    }

    @Test
    void isReadByItsHolder() {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 1);

        // when
        var answer = asOfficerOf(partner).get("/access/grants/" + grant);

        // then
        answer.then().statusCode(200).body("state", equalTo("live"));
    }
}
