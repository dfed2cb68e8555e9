package org.entente.access.desk;

import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.proposed;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.terms;
import static org.entente.access.Desks.asAnalystOf;
import static org.entente.access.Desks.asLiaison;
import static org.entente.access.Desks.routes;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class DeskResourceTest {

    @Test
    void showsWhatThereIsWithAPartner() {
        // given
        routes("PT2H");
        String partner = registeredPartner();
        String grant = granted(inForce(partner), 1);
        proposed(terms(partner));
        asAnalystOf(partner)
                .body("{\"tier\": 1, \"categories\": [\"sensitive\"], \"purposes\": [\"cyber-defence\"],"
                        + " \"until\": \"2090-01-01T00:00:00Z\", \"why\": \"w\"}")
                .post("/access/requests")
                .then()
                .statusCode(201);
        asLiaison("officer")
                .body("{\"partner\": \"" + partner + "\", \"about\": \"shared\", \"title\": \"t\", \"text\": \"why\"}")
                .post("/access/messages")
                .then()
                .statusCode(201);

        // when
        var desk = asLiaison("officer").get("/access/desk?partner=" + partner);

        // then
        desk.then()
                .statusCode(200)
                .body("offered.entries", hasSize(1))
                .body("offered.entries[0].href", equalTo("/access/grants/" + grant))
                .body("offered.entries[0].title", equalTo("tier 1: situational-awareness, shared-analysis"))
                .body("consents.entries", hasSize(1))
                .body("requests.entries[0].agency", equalTo("XAA-NAVY"))
                .body("messages.entries[0].state", equalTo("drafted"))
                .body("postures.entries[0].state", equalTo("normal"));
    }

    @Test
    void showsOneAgencyItsOwn() {
        // given
        routes("PT2H");
        String partner = registeredPartner();

        // when
        var desk = asLiaison("officer").get("/access/desk?agency=XAA-NAVY&partner=" + partner);

        // then
        desk.then().statusCode(200).body("requests.entries", hasSize(0)).body("postures.entries", hasSize(0));
    }

    @Test
    void isNotForPartners() {
        // given
        String partner = registeredPartner();

        // when
        var desk = asOfficerOf(partner).get("/access/desk");

        // then
        desk.then().statusCode(403);
    }
}
