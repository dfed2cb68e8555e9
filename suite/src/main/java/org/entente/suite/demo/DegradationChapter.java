package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Signals about a partner surge: sharing narrows by itself, step by step, and two persons widen it again. */
final class DegradationChapter {
    private static final String PARTNER = "XBB";

    private final Acts acts;
    private final Telling telling;
    private final String indicator;

    DegradationChapter(Acts acts, Telling telling, String run) {
        this.acts = acts;
        this.telling = telling;
        this.indicator = "partner-risk-" + run;
    }

    void comesByItselfAndIsReversedByTwo(String number) {
        telling.chapter(number + "  Signals about XBB surge");
        acts.rule(rule());
        telling.say("xaa-crisis and xaa-liaison put a rule in force: downloads off at 30, awareness only at 70.");
        narrows(40, "watch");
        narrows(90, "contained");
        partnerIsTold();
        reversed();
    }

    private void narrows(int value, String expected) {
        Instant reported = Instant.now();
        acts.signal(indicator, value, PARTNER);
        String posture = Patience.until(this::posture, expected::equals);
        telling.say(
                "agency-app reported %d: XBB's posture was %s %d ms later, by the rule alone.",
                value, posture, Duration.between(reported, Instant.now()).toMillis());
        telling.expect(posture.equals(expected), "the rule makes it %s, and it is %s", expected, posture);
        live().forEach(acts::degraded);
    }

    private void partnerIsTold() {
        JsonNode mine =
                acts.as("xbb-analyst").get("/crisis/degradations").expect(200).json();
        mine.forEach(degradation -> {
            if (degradation.path("state").asText().equals("active")) {
                telling.say(
                        "XBB reads: %s It keeps: %s",
                        degradation.path("changes").asText(),
                        degradation.path("stays").asText());
            }
        });
        telling.expect(mine.size() > 0, "the partner is told what changed and what stays");
    }

    private void reversed() {
        int alone = 0;
        for (String id : live()) {
            ObjectNode reason = JsonNodeFactory.instance.objectNode().put("reason", "Checked on site.");
            String reversal = "/crisis/degradations/" + id + "/reversal";
            acts.as("xaa-liaison").post(reversal, reason).expect(200);
            alone = acts.as("xaa-liaison")
                    .post(reversal + "/approval", JsonNodeFactory.instance.objectNode())
                    .status();
            acts.as("xaa-crisis")
                    .post(reversal + "/approval", JsonNodeFactory.instance.objectNode())
                    .expect(200);
        }
        String posture = Patience.until(this::posture, "normal"::equals);
        telling.say(
                "xaa-liaison could not reverse it alone (%d); with xaa-crisis the posture is %s again.",
                alone, posture);
        telling.expect(alone == 403 && posture.equals("normal"), "two persons reverse it, and nobody alone");
    }

    private List<String> live() {
        List<String> live = new ArrayList<>();
        acts.as("xaa-crisis").get("/crisis/degradations").expect(200).json().forEach(degradation -> {
            if (degradation.path("rule").asText().equals(indicator)
                    && degradation.path("state").asText().equals("active")) {
                live.add(degradation.path("id").asText());
            }
        });
        return live;
    }

    private String posture() {
        return acts.as("xaa-liaison")
                .get("/access/partners/" + PARTNER + "/posture")
                .expect(200)
                .json()
                .path("posture")
                .asText();
    }

    private ObjectNode rule() {
        ObjectNode rule =
                JsonNodeFactory.instance.objectNode().put("name", indicator).put("scope", "partner");
        ArrayNode steps = rule.putArray("steps");
        steps.addObject().put("step", "downloads-off").put("when", "level('" + indicator + "') >= 30.0");
        steps.addObject().put("step", "situational-awareness-only").put("when", "level('" + indicator + "') >= 70.0");
        return rule;
    }
}
