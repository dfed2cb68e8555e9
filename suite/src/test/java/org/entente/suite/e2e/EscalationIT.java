package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Patience;
import org.entente.suite.layout.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three replicas of crisis-service at the same clock, one of which dies in mid-escalation. */
@ExtendWith(SuiteExtension.class)
class EscalationIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PackagedSuite suite;

    EscalationIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void climbsOnceHoweverManyLookAndWhicheverDies() throws IOException {
        int database = suite.ports().of(Part.POSTGRESQL);
        try (Acts acts = suite.acts();
                Replica dying = Replica.beside(suite, Part.CRISIS, "crisis-dying", database);
                Replica ignored = Replica.beside(suite, Part.CRISIS, "crisis-third", database)) {
            // given
            String ladder = "cell-" + UUID.randomUUID();
            acts.as("xaa-crisis")
                    .put("/crisis/ladders/" + ladder, JSON.readTree("""
                        {"title": "Crisis cell", "topRounds": 2, "levels": [
                          {"name": "duty", "within": "PT4S", "onCall": [{"person": "xaa-crisis", "mail": "duty@crisis.example"}],
                           "deputies": [{"person": "xaa-crisis-2", "mail": "deputy@crisis.example"}]},
                          {"name": "head", "within": "PT3S", "onCall": [{"person": "xaa-liaison", "mail": "head@crisis.example"}]}]}\
                        """))
                    .expect(200);
            String escalation = acts.as("agency-app")
                    .post("/crisis/escalations", JSON.readTree("""
                        {"ladder": "%s", "subject": "Somebody is needed", "urgency": "urgent"}\
                        """.formatted(ladder)))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();

            // when
            Patience.until(
                    () -> state(acts, escalation), now -> now.path("course").size() > 1);
            dying.freeze();
            dying.kill();

            // then
            Patience.until(
                    () -> state(acts, escalation),
                    now -> now.path("state").asText().equals("unanswered"));
            List<String> told = Patience.until(() -> moves(acts, escalation), moves -> moves.contains("unanswered"));
            assertThat(told).containsExactly("opened", "reminded", "ascended", "reminded", "unanswered");
        }
    }

    private static JsonNode state(Acts acts, String escalation) {
        return acts.as("xaa-crisis")
                .get("/crisis/escalations/" + escalation)
                .expect(200)
                .json();
    }

    private static List<String> moves(Acts acts, String escalation) {
        return acts.records("subject=" + escalation).stream()
                .map(event -> event.path("type").asText().split("\\."))
                .filter(type -> type[3].equals("escalation"))
                .map(type -> type[4])
                .toList();
    }
}
