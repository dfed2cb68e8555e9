package org.entente.access.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.asLiaison;
import static org.entente.access.Access.asOfficerOf;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.question;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.view;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class DecisionResourceTest {

    @Test
    void isToldInFullToTheHomeSide() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);
        String decision = decided(view(partner));

        // when
        var answer = asLiaison().get("/access/decisions/" + decision);

        // then
        answer.then()
                .statusCode(200)
                .body("decision", equalTo(true))
                .body("permitted", equalTo(1))
                .body("denied", equalTo(1))
                .body("codes.tier-too-low", equalTo(1))
                .body("inputs.subject.id", equalTo("analyst"))
                .body("context.explanation", hasKey("home"));
    }

    @Test
    void isToldToThePartnerWithoutWhatIsProtected() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);
        String decision = decided(view(partner));

        // when
        var answer = asOfficerOf(partner).get("/access/decisions/" + decision);

        // then
        answer.then()
                .statusCode(200)
                .body("explanation.portions", equalTo(1))
                .body("explanation.protected", equalTo(true))
                .body("$", not(hasKey("context")))
                .body("$", not(hasKey("inputs")));
    }

    @Test
    void isNotThereForAnotherPartner() {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);
        String decision = decided(view(partner));
        String other = registeredPartner();
        byte[] nothing =
                asOfficerOf(other).get("/access/decisions/" + UUID.randomUUID()).asByteArray();

        // when
        var answer = asOfficerOf(other).get("/access/decisions/" + decision);

        // then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asByteArray()).isEqualTo(nothing);
    }

    @Test
    void isNotThereForThePartnerIfItWouldTellOfSomethingItMayNotDiscover() {
        // given
        String partner = registeredPartner();

        // when
        String decision = decided(question(partner, "discover", "{}"));

        // then
        asOfficerOf(partner).get("/access/decisions/" + decision).then().statusCode(404);
        asLiaison().get("/access/decisions/" + decision).then().statusCode(200).body("decision", equalTo(false));
    }

    @Test
    void isAnnouncedToThePartnerWithoutReasonsAndToNobodyIfItMayNotKnow() throws Exception {
        // given
        String partner = registeredPartner();
        granted(inForce(partner), 1);
        Announcements announcements = new Announcements();

        // when
        String known = decided(view(partner));
        String unknown = decided(question(registeredPartner(), "discover", "{}"));

        // then
        JsonNode shared = announcements.of(known);
        assertThat(shared.path("partner").asText()).isEqualTo(partner);
        assertThat(shared.path("data").has("codes")).isFalse();
        assertThat(shared.at("/data/protected").asBoolean()).isTrue();
        JsonNode secret = announcements.of(unknown);
        assertThat(secret.has("partner")).isFalse();
        assertThat(secret.at("/data/codes/no-agreement").asInt()).isEqualTo(2);
        assertThat(rows("select id from decision where id = ?", UUID.fromString(unknown)))
                .hasSize(1);
    }

    private static String decided(String question) {
        return asEnforcementPoint()
                .body(question)
                .post("/access/v1/evaluation")
                .then()
                .statusCode(200)
                .extract()
                .path("context.decisionId");
    }

    private static final class Announcements {
        private final ObjectMapper json = new ObjectMapper();

        JsonNode of(String decision) throws Exception {
            return json.readTree(org.entente.access.Topics.received("entente.access", decision));
        }
    }
}
