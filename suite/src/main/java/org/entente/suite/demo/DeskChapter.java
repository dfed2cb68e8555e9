package org.entente.suite.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** A partner asks, is answered and refused with a remedy, and what it holds is reviewed. */
final class DeskChapter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIAISON = "xaa-liaison";
    private static final String REVIEWER = "xaa-liaison-2";

    private final Acts acts;
    private final Telling telling;
    private final String run;

    DeskChapter(Acts acts, Telling telling, String run) {
        this.acts = acts;
        this.telling = telling;
        this.run = run;
    }

    void answersAndReviews() {
        telling.chapter("9  XBB asks for more, and XAA reviews what it has");
        Instant now = Instant.now();
        Instant until = now.plus(Duration.ofHours(1));
        String agreement =
                acts.propose(AgreementTerms.ofDemo("XBB", "Requests, run " + run, Story.PURPOSE, now, until));
        acts.consent("xbb-officer", agreement);
        routes();
        String grant = isApproved(agreement, until);
        isRefused(until);
        isReviewed(grant);
    }

    private void routes() {
        acts.as("xaa-policy").put("/access/routing", json("""
                {"agencies": [{"code": "XAA-CYBER", "officers": ["xaa-liaison"], "superior": "xaa-liaison-2"}],
                 "workingHours": {"zone": "Europe/Vienna", "days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
                                  "from": "08:00", "until": "17:00"},
                 "within": {"routine": "PT40H", "urgent": "PT8H", "immediate": "PT2H"}, "otherwise": "XAA-CYBER"}""")).expect(200);
    }

    private String isApproved(String agreement, Instant until) {
        JsonNode request = asked(2, until);
        telling.say(
                "%s asked for tier 2 and says why; it is %s, and an answer is due by %s.",
                Story.ANALYST,
                request.path("state").asText(),
                request.path("due").asText());
        ObjectNode approval = JsonNodeFactory.instance
                .objectNode()
                .put("agreement", agreement)
                .put("rationale", "The purpose can be served with situational awareness.");
        approval.putObject("to").put("tier", 1);
        JsonNode answered = acts.as(LIAISON)
                .post(path(request, "approval"), approval)
                .expect(200)
                .json();
        String grant = answered.at("/answer/grant").asText();
        telling.say(
                "%s, to whom it was routed, approved tier %d of it; the grant was issued with the answer.",
                LIAISON, answered.at("/answer/terms/tier").asInt());
        telling.expect(
                answered.path("state").asText().equals("approved") && !grant.isEmpty(),
                "the answer to the request comes with a grant");
        return grant;
    }

    private void isRefused(Instant until) {
        JsonNode request = asked(3, until);
        ObjectNode refusal = JsonNodeFactory.instance
                .objectNode()
                .put("reason", "more-than-needed")
                .put("rationale", "What you hold serves the purpose.")
                .put("homeRationale", "Sources would show.");
        acts.as(LIAISON).post(path(request, "refusal"), refusal).expect(200);
        Answer read = acts.as(Story.ANALYST)
                .get("/access/requests/" + request.path("id").asText());
        JsonNode answer = read.expect(200).json().path("answer");
        telling.say(
                "Tier 3 was refused: \"%s\" What would help: \"%s\"",
                answer.path("rationale").asText(), answer.path("remedy").asText());
        telling.expect(!answer.path("remedy").asText().isEmpty(), "a refusal says what would change it");
        telling.expect(!read.text().contains("Sources would show"), "what stays at home is not told");
    }

    private void isReviewed(String grant) {
        ObjectNode order = JsonNodeFactory.instance
                .objectNode()
                .put("partner", "XBB")
                .put("title", "Review of run " + run)
                .put("within", "P7D");
        String review = acts.as(REVIEWER)
                .post("/access/reviews", order)
                .expect(201)
                .json()
                .path("id")
                .asText();
        JsonNode lines = acts.as(REVIEWER)
                .get("/access/reviews/" + review)
                .expect(200)
                .json()
                .path("lines");
        ObjectNode keep =
                JsonNodeFactory.instance.objectNode().put("verdict", "keep").put("reason", "It was just asked for.");
        int own = acts.as(LIAISON)
                .put("/access/reviews/" + review + "/decisions/" + grant, keep)
                .status();
        telling.say(
                "%s reviews the %d grants that XBB holds; %s may not review its own (%d).",
                REVIEWER, lines.size(), LIAISON, own);
        telling.expect(own == 403, "nobody reviews a grant that they issued");
        lines.forEach(line -> {
            boolean isKept = line.path("grant").asText().equals(grant);
            ObjectNode decision = isKept
                    ? keep
                    : JsonNodeFactory.instance
                            .objectNode()
                            .put("verdict", "revoke")
                            .put("reason", "The story is over.");
            acts.as(REVIEWER)
                    .put(
                            "/access/reviews/" + review + "/decisions/"
                                    + line.path("grant").asText(),
                            decision)
                    .expect(200);
        });
        JsonNode closed = acts.as(REVIEWER)
                .post("/access/reviews/" + review + "/closing", JsonNodeFactory.instance.objectNode())
                .expect(200)
                .json();
        telling.say(
                "All that was decided happened when the campaign was closed: it is %s.",
                closed.path("state").asText());
        telling.expect(closed.path("state").asText().equals("closed"), "the campaign is closed");
    }

    private JsonNode asked(int tier, Instant until) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("tier", tier)
                .put("until", until.toString())
                .put("priority", "urgent")
                .put("why", "The same intruders were seen in XBB's harbours.");
        request.putArray("categories").add("situational-awareness");
        request.putArray("purposes").add(Story.PURPOSE);
        return acts.as(Story.ANALYST)
                .post("/access/requests", request)
                .expect(201)
                .json();
    }

    private static String path(JsonNode request, String act) {
        return "/access/requests/" + request.path("id").asText() + "/" + act;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
