package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What was learnt of the crisis: the review that opened by itself, a recommendation, and a summary for the partner. */
final class ReviewChapter {
    private final Acts acts;
    private final Telling telling;

    ReviewChapter(Acts acts, Telling telling) {
        this.acts = acts;
        this.telling = telling;
    }

    void isLearntFrom(String activation) {
        telling.chapter("14  XAA looks back at the crisis");
        String path = "/crisis/reviews/"
                + acts.as("xaa-auditor")
                        .get("/crisis/reviews?activation=" + activation)
                        .expect(200)
                        .json()
                        .at("/reviews/0/id")
                        .asText();
        JsonNode review = Patience.until(
                () -> acts.as("xaa-auditor").get(path).expect(200).json(),
                found -> found.at("/facts/timeline").size() > 1);
        JsonNode shared = review.at("/facts/shared/0");
        telling.say(
                "The review had opened by itself: %d entries in its timeline; XBB was permitted %d portions only"
                        + " because of the plan, in %d decisions, %d of them fetched.",
                review.at("/facts/timeline").size(),
                shared.path("portions").asInt(),
                shared.path("decisions").asInt(),
                shared.path("used").asInt());
        recommends(path);
        publishes(path);
    }

    private void recommends(String path) {
        acts.as("xaa-auditor")
                .post(
                        path + "/findings",
                        document()
                                .put("verdict", "worked")
                                .put("title", "The signal came in time")
                                .put("text", "Half an hour of sharing would have been enough."))
                .expect(200);
        ObjectNode recommendation =
                document().put("finding", 1).put("kind", "plan").put("title", "Half an hour is enough");
        recommendation.putObject("draft").put("maxDuration", "PT30M");
        acts.as("xaa-crisis").post(path + "/recommendations", recommendation).expect(200);
        ObjectNode decision = document().put("accepted", false).put("reason", "An hour leaves time for a second look.");
        int alone = acts.as("xaa-crisis")
                .post(path + "/recommendations/1/decision", decision)
                .status();
        acts.as("xaa-liaison")
                .post(path + "/recommendations/1/decision", decision)
                .expect(200);
        telling.say(
                "xaa-crisis drafted a shorter plan for a finding, could not decide on it alone (%d), and xaa-liaison"
                        + " did.",
                alone);
        telling.expect(alone == 403, "nobody decides their own recommendation");
    }

    private void publishes(String path) {
        acts.as("xaa-crisis")
                .post(path + "/conclusion", document().put("text", "It worked."))
                .expect(200);
        acts.as("xaa-crisis")
                .put(path + "/summary", document().put("text", "The plan opened in time, and closed by itself."))
                .expect(200);
        int alone = acts.as("xaa-crisis")
                .post(path + "/summary/publication", document())
                .status();
        acts.as("xaa-crisis-2").post(path + "/summary/publication", document()).expect(200);
        JsonNode summary =
                acts.as(Story.ANALYST).get(path + "/summary").expect(200).json();
        telling.say(
                "A second authority published the summary, since one alone could not (%d). %s reads: \"%s\"",
                alone, Story.ANALYST, summary.path("text").asText());
        telling.expect(alone == 403, "nobody publishes a summary alone");
        telling.expect(
                acts.as("xcc-analyst").get(path + "/summary").status() == 404, "for XCC there is no such review");
    }

    private static ObjectNode document() {
        return JsonNodeFactory.instance.objectNode();
    }
}
