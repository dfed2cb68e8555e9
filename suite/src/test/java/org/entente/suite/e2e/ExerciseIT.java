package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.ExerciseScript;
import org.entente.suite.demo.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An exercise with a partner while the same partner's crisis is real: neither touches the other. */
@ExtendWith(SuiteExtension.class)
class ExerciseIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PackagedSuite suite;

    ExerciseIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void isScoredAndAttestedAndTouchesNothingReal() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            Crisis crisis = Crisis.foreseen(acts);
            acts.signal(crisis.indicator(), 90);
            crisis.activate(Duration.ofMinutes(30));
            int expected = situation.asset().portionsWithin(Situation.GRANTED, Crisis.REACH);
            Patience.until(situation::view, view -> view.shown() == expected);
            String posture = posture(acts);

            // when
            ExerciseScript exercise = ExerciseScript.drafted(acts, "Northern lights", "XBB");
            acts.as("xbb-officer")
                    .post(exercise.path("/acceptances"), nothing())
                    .expect(200);
            acts.as("xaa-crisis").post(exercise.path("/start"), nothing()).expect(200);
            // Both reactions are due after the same inject; whoever conducts it sees the task of the home side only.
            Patience.until(exercise::state, state -> state.path("tasks").size() > 0);
            acts.as("xaa-crisis")
                    .post(exercise.path("/reactions"), JSON.valueToTree(Map.of("reaction", "contain")))
                    .expect(200);
            acts.as("xbb-officer")
                    .post(exercise.path("/reactions"), JSON.valueToTree(Map.of("reaction", "confirm")))
                    .expect(200);
            JsonNode completed = Patience.until(
                    exercise::state, state -> state.path("state").asText().equals("completed"));

            // then
            assertThat(completed.at("/score/percent").asInt()).isEqualTo(100);
            assertThat(situation.view().shown()).isEqualTo(expected);
            assertThat(posture(acts)).isEqualTo(posture);
            List<JsonNode> records =
                    Patience.until(() -> acts.records("subject=" + exercise.id()), found -> found.stream()
                            .anyMatch(event -> type(event).contains("exercise.completed")));
            assertThat(records).isNotEmpty().allMatch(event -> event.path("exercise")
                    .asBoolean());
            Patience.until(
                    () -> acts.records("type=org.entente.access.attestation.issued.v1"),
                    found -> found.toString().contains(exercise.id()));
            assertThat(acts.records("type=org.entente.access.attestation.issued.v1")
                            .toString())
                    .contains(exercise.id());
        }
    }

    private static String posture(Acts acts) {
        return acts.as("xaa-liaison")
                .get("/access/partners/XBB/posture")
                .expect(200)
                .json()
                .path("posture")
                .asText();
    }

    private static String type(JsonNode event) {
        return event.path("type").asText();
    }

    private static JsonNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
