package org.entente.access.usage;

import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.question;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.view;
import static org.entente.access.Desks.until;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.entente.access.Access;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class UsageResourceTest {

    @Test
    void addsUpWhatIsViewedAndNotWhatIsFound() {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 1);
        String list = question(partner, "discover", "{\"purpose\": \"cyber-defence\"}");
        asEnforcementPoint().body(list).post("/access/v1/evaluation").then().body("decision", equalTo(true));

        // when
        for (int number = 0; number < 3; number++) {
            asEnforcementPoint()
                    .body(view(partner))
                    .post("/access/v1/evaluation")
                    .then()
                    .body("decision", equalTo(true));
        }

        // then
        String usage = "/access/grants/" + grant + "/usage";
        until(() -> asLiaison().get(usage).jsonPath().getInt("permits") >= 3);
        asLiaison()
                .get(usage)
                .then()
                .body("permits", equalTo(3))
                .body("categories.situational-awareness.count", equalTo(3))
                .body("categories.shared-analysis", nullValue())
                .body("tiers.1.count", equalTo(3))
                .body("persons.analyst.count", equalTo(3));
    }

    @Test
    void nothingIsProposedTooSoonAndTheUnusedIsWithdrawnLater() {
        // given
        String grant = granted(inForce(registeredPartner()), 1);
        asLiaison()
                .get("/access/grants/" + grant + "/narrowing")
                .then()
                .body("measured", equalTo(false))
                .body("withdraw", equalTo(false));
        Access.change("update partner_grant set issued_at = now() - interval '60 days' where id = '" + grant + "'");

        // when
        var answer = asLiaison().get("/access/grants/" + grant + "/narrowing");

        // then
        answer.then().statusCode(200).body("measured", equalTo(true)).body("withdraw", equalTo(true));
    }

    @Test
    void thePartnerDoesNotReadIt() {
        // given
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 1);

        // when
        var answer = asOfficerOf(partner).get("/access/grants/" + grant + "/usage");

        // then
        answer.then().statusCode(403);
    }
}
