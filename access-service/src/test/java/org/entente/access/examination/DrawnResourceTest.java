package org.entente.access.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.entente.access.Topics;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;

/** An examiner's draw is answered: the decisions are taken again, and the policy of their epochs is stated. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class DrawnResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aDrawIsAnsweredByReplaysAndTheirPolicy() throws Exception {
        // given
        String partner = registeredPartner();
        String agreement = inForce(partner);
        granted(agreement, 1);
        String decision = asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .then()
                .statusCode(200)
                .extract()
                .path("context.decisionId");
        String examination = UUID.randomUUID().toString();

        // when
        drawn(examination, "[\"%s\", \"%s\"]".formatted(UUID.randomUUID(), decision));

        // then
        String told = "\"examination\":\"" + examination + "\"";
        JsonNode first = JSON.readTree(Topics.received("entente.access", told, "decision.replayed"));
        assertThat(first.path("type").asText()).isEqualTo("org.entente.access.decision.replayed.v1");
        assertThat(first.path("subject").asText()).isEqualTo(decision);
        assertThat(first.at("/data/same").asBoolean()).isTrue();
        assertThat(first.has("partner")).isFalse();
        JsonNode policy = JSON.readTree(Topics.received("entente.access", told, "policy.stated"));
        assertThat(policy.path("type").asText()).isEqualTo("org.entente.access.policy.stated.v1");
        assertThat(policy.at("/data/epoch")).isEqualTo(first.at("/data/epoch"));
        assertThat(policy.at("/data/documents").findValuesAsText("key")).contains("[\"" + agreement + "\"]");
    }

    @Test
    void aDrawThatNamesNoDecisionsIsParked() {
        // given
        String examination = UUID.randomUUID().toString();

        // when
        drawn(examination, "[\"none\"]");

        // then
        assertThat(Topics.received("entente.access.parked", examination)).contains("examination.drawn");
    }

    private static void drawn(String examination, String decisions) {
        Topics.send("entente.audit", examination, """
            {"specversion": "1.0", "id": "%s", "source": "/audit", "type": "org.entente.audit.examination.drawn.v1",
             "subject": "%s", "time": "%s", "exercise": false,
             "data": {"examination": "%s", "seed": "s", "decisions": %s}}\
            """.formatted(
                        UUID.randomUUID(), examination, Instant.now(), examination, decisions));
    }
}
