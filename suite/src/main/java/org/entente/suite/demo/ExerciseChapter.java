package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Home and partner rehearse a breach on a copy of policy; who took part is trained, and nothing real was touched. */
final class ExerciseChapter {
    private final Acts acts;
    private final Telling telling;
    private final String run;

    ExerciseChapter(Acts acts, Telling telling, String run) {
        this.acts = acts;
        this.telling = telling;
        this.run = run;
    }

    void isRehearsed() {
        telling.chapter("13  XAA and XBB rehearse a breach");
        String before = posture();
        ExerciseScript exercise = ExerciseScript.drafted(acts, "Northern lights, run " + run, "XBB");
        acts.as("xbb-officer").post(exercise.path("/acceptances"), nothing()).expect(200);
        acts.as("xaa-crisis").post(exercise.path("/start"), nothing()).expect(200);
        telling.say("xaa-crisis wrote a script, xbb-officer accepted for XBB, and the clock runs: EXERCISE EXERCISE"
                + " EXERCISE.");
        Patience.until(exercise::state, state -> !state.path("tasks").isEmpty());
        reacts("xaa-crisis", exercise, "contain");
        reacts("xbb-officer", exercise, "confirm");
        JsonNode state = Patience.until(
                exercise::state, now -> now.path("state").asText().equals("completed"));
        scored(state, exercise);
        telling.say("XBB's posture, which fell to suspended on the copy of policy, is %s as before.", posture());
        telling.expect(posture().equals(before), "an exercise changes no posture");
    }

    private void reacts(String account, ExerciseScript exercise, String reaction) {
        acts.as(account)
                .post(
                        exercise.path("/reactions"),
                        JsonNodeFactory.instance.objectNode().put("reaction", reaction))
                .expect(200);
    }

    private void scored(JsonNode state, ExerciseScript exercise) {
        state.at("/score/reactions")
                .forEach(line -> telling.say(
                        "  %-10s %-4s %s, after %s",
                        line.path("reaction").asText(),
                        line.path("by").asText(),
                        line.path("kept").asBoolean() ? "in time" : "too late",
                        line.path("took").asText()));
        state.at("/score/controls")
                .forEach(control -> telling.say(
                        "  %-10s %s: %s",
                        control.path("request").asText(),
                        control.path("held").asBoolean() ? "held" : "did not hold",
                        control.path("because").asText()));
        telling.say(
                "Scored %d of 100; both are attested responsible-use for it.",
                state.at("/score/percent").asInt());
        telling.expect(state.at("/score/percent").asInt() == 100, "everybody reacted and every control held");
        List<JsonNode> records = Patience.until(() -> acts.records("subject=" + exercise.id()), found -> found.stream()
                .anyMatch(event -> event.path("type").asText().contains("exercise.completed")));
        telling.expect(
                records.stream().allMatch(event -> event.path("exercise").asBoolean()),
                "every entry of the log about it is marked");
    }

    private String posture() {
        return acts.as("xaa-liaison")
                .get("/access/partners/XBB/posture")
                .expect(200)
                .json()
                .path("posture")
                .asText();
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
