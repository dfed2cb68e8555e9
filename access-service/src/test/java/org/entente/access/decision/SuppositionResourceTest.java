package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.as;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.decisionsAbout;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.view;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class SuppositionResourceTest {

    @Test
    void saysWhatWouldBeDecidedAndWhy() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);

        // when
        var answer = asEnforcementPoint().body(view(partner)).post("/access/suppositions");

        // then
        answer.then()
                .statusCode(200)
                .body("wouldPermit", equalTo(true))
                .body("view.portions", contains("p1"))
                .body("reasons.portion", contains("p2"))
                .body("reasons.code", contains("tier-too-low"))
                .body("decisionId", nullValue())
                .body("decision", nullValue());
    }

    @Test
    void leavesNoDecisionBehind() {
        // given
        String partner = registeredPartner();

        // when
        asEnforcementPoint()
                .body(view(partner))
                .post("/access/suppositions")
                .then()
                .statusCode(200);

        // then
        assertThat(decisionsAbout(partner)).isEmpty();
    }

    @Test
    void isForEnforcementPointsOnly() {
        // given
        TestTokens liaison =
                TestTokens.token("xaa-liaison").roles("liaison-officer").audience("access-service");

        // when
        var answer = as(liaison).body("{}").post("/access/suppositions");

        // then
        answer.then().statusCode(403);
    }
}
