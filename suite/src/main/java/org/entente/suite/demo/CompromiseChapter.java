package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Predicate;

/** A partner finds itself compromised, says so in one call, and is restored by two persons. */
final class CompromiseChapter {
    private static final String PARTNER = "/access/partners/XBB";

    private final Acts acts;
    private final Telling telling;

    CompromiseChapter(Acts acts, Telling telling) {
        this.acts = acts;
        this.telling = telling;
    }

    void isReportedAndHealed(Instant since) {
        telling.chapter("10  XBB reports that it was compromised");
        ObjectNode report = JsonNodeFactory.instance
                .objectNode()
                .put("since", since.toString())
                .put("description", "An administrator's laptop was taken over.");
        JsonNode reported = acts.as("xbb-officer")
                .post(PARTNER + "/compromise-reports", report)
                .expect(201)
                .json();
        String posture = posture();
        telling.say("xbb-officer reported it in one call; before the answer XBB's posture was %s.", posture);
        telling.expect(posture.equals("contained"), "the partner is contained at once, and it is %s", posture);
        exposure(reported.path("exposure").asText());
        restored(reported.at("/report/id").asText());
    }

    private void exposure(String path) {
        JsonNode exposure = acts.as("xaa-liaison").get(path).expect(200).json();
        telling.say(
                "What XBB had seen since, from the records of decisions (the first %d):",
                exposure.path("assets").size());
        exposure.path("assets")
                .forEach(asset -> telling.say(
                        "  %6d  portions of %s, by %d person(s), last at %s",
                        asset.path("portions").asInt(),
                        asset.path("asset").asText(),
                        asset.path("persons").size(),
                        asset.path("last").asText()));
    }

    /** What a demonstration that was cut short has left weighs on XBB still; two persons take that away as well. */
    void healsWhatWasLeft() {
        ObjectNode leftOver = causes(cause -> cause.path("kind").asText().equals("compromise"));
        if (leftOver.path("causes").isEmpty()) {
            return;
        }
        String approval = proposed(leftOver.put("reason", "Left by an earlier demonstration."));
        acts.as("xaa-crisis")
                .post(approval, JsonNodeFactory.instance.objectNode())
                .expect(200);
        telling.say(
                "An earlier demonstration had left XBB contained; xaa-liaison and xaa-crisis have restored it: %s.",
                posture());
    }

    /** Two persons: the liaison officer proposes, the crisis authority approves. */
    private void restored(String report) {
        ObjectNode request = causes(cause -> cause.path("reference").asText().equals(report));
        String approval = proposed(request.put("reason", "Rebuilt, and checked on site."));
        int alone = acts.as("xaa-liaison")
                .post(approval, JsonNodeFactory.instance.objectNode())
                .status();
        acts.as("xaa-crisis")
                .post(approval, JsonNodeFactory.instance.objectNode())
                .expect(200);
        telling.say(
                "xaa-liaison proposed to restore it and could not approve alone (%d); xaa-crisis approved: %s.",
                alone, posture());
        telling.expect(alone == 403, "nobody restores a posture alone");
    }

    /** Those of the causes that weigh now, as a restoration names them. */
    private ObjectNode causes(Predicate<JsonNode> which) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.putArray("causes");
        acts.as("xaa-liaison")
                .get(PARTNER + "/posture")
                .expect(200, 404)
                .json()
                .path("causes")
                .forEach(cause -> {
                    if (which.test(cause)) {
                        request.withArray("/causes").add(cause.path("id").asText());
                    }
                });
        return request;
    }

    /** Where the second person approves. */
    private String proposed(ObjectNode request) {
        String restoration = acts.as("xaa-liaison")
                .post(PARTNER + "/restorations", request)
                .expect(201)
                .json()
                .path("id")
                .asText();
        return PARTNER + "/restorations/" + restoration + "/approval";
    }

    private String posture() {
        return acts.as("xaa-liaison")
                .get(PARTNER + "/posture")
                .expect(200)
                .json()
                .path("posture")
                .asText();
    }
}
