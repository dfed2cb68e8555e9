package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Answer;
import org.entente.suite.demo.Patience;
import org.entente.suite.demo.View;
import org.entente.suite.layout.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Doors agreed beforehand open fast, stay inside what was agreed, and close by themselves; so does what is narrowed, but for the last. */
@ExtendWith(SuiteExtension.class)
class CrisisIT {
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final PackagedSuite suite;

    CrisisIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void aTokenThatCrisisServiceMayHaveSeenConsentsToNothing() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Crisis crisis = Crisis.foreseen(situation.acts());

            // when
            Answer answer =
                    situation.acts().as("xbb-officer").post("/access/plans/" + crisis.plan() + "/consents", NOTHING);

            // then
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("crisis-service");
        }
    }

    @Test
    void anActivationEndsByTheClockWithCrisisServiceDead() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Crisis crisis = Crisis.foreseen(situation.acts());
            View before = situation.view();
            situation.acts().signal(crisis.indicator(), 90);
            Instant until = crisis.activate(Duration.ofSeconds(25));
            View during = Patience.until(situation::view, view -> view.shown() > before.shown());
            assertThat(during.shown()).isGreaterThan(before.shown());

            // when
            suite.kill(Part.CRISIS);

            // then
            try {
                Patience.pause(Duration.between(Instant.now(), until.plusMillis(100)));
                assertThat(situation.view().objects()).isEqualTo(before.objects());
            } finally {
                suite.awaitReady(Part.CRISIS);
            }
        }
    }

    @Test
    void aPartysWithdrawalAtAccessServiceEndsWhatRunsBeforeTheAnswer() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Crisis crisis = Crisis.foreseen(situation.acts());
            View before = situation.view();
            situation.acts().signal(crisis.indicator(), 90);
            crisis.activate(Duration.ofMinutes(5));
            Patience.until(situation::view, view -> view.shown() > before.shown());

            // when
            situation
                    .acts()
                    .as("xbb-officer")
                    .post(
                            "/access/plans/" + crisis.plan() + "/withdrawal",
                            JsonNodeFactory.instance.objectNode().put("reason", "No more."))
                    .expect(200);

            // then
            assertThat(situation.view().objects()).isEqualTo(before.objects());
            Answer plan = Patience.until(
                    () -> situation.acts().as("xaa-crisis").get("/crisis/plans/" + crisis.plan()),
                    answer -> answer.json().path("state").asText().equals("withdrawn"));
            assertThat(plan.json().path("state").asText()).isEqualTo("withdrawn");
        }
    }

    @Test
    void aSurgeNarrowsByItselfAndTwoPersonsWidenAgain() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            String indicator = "surge-" + UUID.randomUUID();
            acts.rule(rule(indicator));
            View before = situation.view();
            assertThat(before.isServed()).isTrue();

            // when
            acts.signal(indicator, 95, "XBB");

            // then
            View narrowed = Patience.until(situation::view, View::isDenied);
            assertThat(narrowed.isDenied()).isTrue();
            for (String degradation : live(acts, indicator)) {
                acts.degraded(degradation);
                reverse(acts, degradation);
            }
            View after = Patience.until(situation::view, view -> view.shown() == before.shown());
            assertThat(after.objects()).isEqualTo(before.objects());
        }
    }

    private static void reverse(Acts acts, String degradation) {
        String reversal = "/crisis/degradations/" + degradation + "/reversal";
        acts.as("xaa-liaison")
                .post(reversal, JsonNodeFactory.instance.objectNode().put("reason", "Checked."))
                .expect(200);
        assertThat(acts.as("xaa-liaison").post(reversal + "/approval", NOTHING).status())
                .isEqualTo(403);
        acts.as("xaa-crisis").post(reversal + "/approval", NOTHING).expect(200);
    }

    private static List<String> live(Acts acts, String rule) {
        List<String> live = new ArrayList<>();
        for (JsonNode degradation :
                acts.as("xaa-crisis").get("/crisis/degradations").expect(200).json()) {
            if (degradation.path("rule").asText().equals(rule)
                    && degradation.path("state").asText().equals("active")) {
                live.add(degradation.path("id").asText());
            }
        }
        return live;
    }

    private static ObjectNode rule(String indicator) {
        ObjectNode rule =
                JsonNodeFactory.instance.objectNode().put("name", indicator).put("scope", "partner");
        rule.putArray("steps").addObject().put("step", "nothing").put("when", "level('" + indicator + "') >= 80.0");
        return rule;
    }
}
