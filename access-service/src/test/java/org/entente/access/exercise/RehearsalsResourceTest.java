package org.entente.access.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.Access.asEnforcementPoint;
import static org.entente.access.Access.decisionsAbout;
import static org.entente.access.Access.granted;
import static org.entente.access.Access.inForce;
import static org.entente.access.Access.policyAbout;
import static org.entente.access.Access.registeredPartner;
import static org.entente.access.Access.rows;
import static org.entente.access.Access.view;
import static org.entente.access.Topics.received;
import static org.entente.access.Topics.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.access.Crises;
import org.entente.embedded.testing.EmbeddedServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "access"))
class RehearsalsResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTHING = "{\"postures\": {}, \"openings\": []}";

    private final String exercise = UUID.randomUUID().toString();
    private String partner;

    @BeforeEach
    void aPartnerWithAShallowGrant() {
        partner = registeredPartner();
        granted(inForce(partner), 1);
        send("entente.crisis", exercise, event("started", "{}", true));
        Crises.eventually(() -> !rows("select exercise from exercise_copy where exercise = ?", exercise)
                .isEmpty());
    }

    @Test
    void decidesOnACopyOfPolicy() throws Exception {
        asks("one", NOTHING);

        JsonNode decided = decided("one");

        assertThat(decided.path("exercise").asBoolean()).isTrue();
        assertThat(decided.at("/data/permitted").asInt()).isEqualTo(1);
        assertThat(decided.at("/data/denied").asInt()).isPositive();
        assertThat(decided.at("/data/codes").toString()).contains("tier-too-low");
    }

    @Test
    void decidesWithWhatTheExerciseHasMadeOfTheCopy() throws Exception {
        asks("fall", "{\"postures\": {\"%s\": \"suspended\"}, \"openings\": []}".formatted(partner));
        asks("opening", """
            {"postures": {}, "openings": [{"partners": ["%s"], "purposes": ["cyber-defence"], "tier": 2,
              "categories": ["situational-awareness", "shared-analysis"], "ceiling": "SECRET"}]}\
            """.formatted(partner));

        JsonNode fall = decided("fall");
        JsonNode opening = decided("opening");

        assertThat(fall.at("/data/permitted").asInt()).isZero();
        assertThat(fall.at("/data/codes").toString()).contains("partner-suspended");
        assertThat(opening.at("/data/permitted").asInt()).isEqualTo(2);
    }

    @Test
    void touchesNothingReal() throws Exception {
        String activation = Crises.started(partner);
        List<String> portions = portions();
        List<String> policy = policyAbout(partner);
        List<String> postures = rows("select posture from partner where code = ?", partner);
        List<String> recorded = decisionsAbout(partner);

        asks("fall", "{\"postures\": {\"%s\": \"suspended\"}, \"openings\": []}".formatted(partner));
        decided("fall");

        assertThat(decisionsAbout(partner)).isNotEmpty().hasSameElementsAs(recorded);
        assertThat(rows("select posture from partner where code = ?", partner)).isEqualTo(postures);
        assertThat(policyAbout(partner)).isNotEmpty().isEqualTo(policy);
        assertThat(rows("select id from crisis_activation where id = ?", activation))
                .hasSize(1);
        assertThat(portions()).isEqualTo(portions);
    }

    @Test
    void isNotTouchedByWhatBecomesReal() throws Exception {
        asks("before", NOTHING);
        JsonNode before = decided("before");
        Crises.started(partner);

        asks("after", NOTHING);

        JsonNode after = decided("after");
        assertThat(after.at("/data/permitted")).isEqualTo(before.at("/data/permitted"));
        assertThat(after.at("/data/epoch")).isEqualTo(before.at("/data/epoch"));
    }

    @Test
    void doesNotDecideAboutWhatIsReal() {
        String request = request("real", NOTHING).replace("exercise:", "");

        send("entente.crisis", exercise, event("injected", request, true));

        assertThat(received("entente.access.parked", exercise)).contains("real");
    }

    @Test
    void hearsNothingThatIsNotMarked() throws Exception {
        send("entente.crisis", exercise, event("injected", request("unmarked", NOTHING), false));
        asks("marked", NOTHING);

        decided("marked");

        assertThat(received("entente.access", "\"exercise\":\"" + exercise)).contains("\"inject\":\"marked\"");
    }

    private void asks(String inject, String copy) {
        send("entente.crisis", exercise, event("injected", request(inject, copy), true));
    }

    private String request(String inject, String copy) {
        try {
            ObjectNode question = (ObjectNode) JSON.readTree(view(partner));
            question.withObject("/resource").put("id", "exercise:harbour");
            return "{\"inject\": \"%s\", \"kind\": \"request\", \"question\": %s, \"copy\": %s}"
                    .formatted(inject, question, copy);
        } catch (Exception exception) {
            throw new IllegalStateException(exception);
        }
    }

    private String event(String what, String data, boolean isExercise) {
        return """
            {"specversion": "1.0", "id": "%s", "source": "/crisis", "type": "org.entente.crisis.exercise.%s.v1",
             "subject": "%s", "time": "%s", "exercise": %s, "data": %s}\
            """.formatted(UUID.randomUUID(), what, exercise, Instant.now(), isExercise, data);
    }

    private JsonNode decided(String inject) throws Exception {
        return JSON.readTree(
                received("entente.access", "\"exercise\":\"" + exercise + "\",\"inject\":\"" + inject + "\""));
    }

    private List<String> portions() {
        return asEnforcementPoint()
                .body(view(partner))
                .post("/access/v1/evaluation")
                .path("context.view.portions");
    }
}
