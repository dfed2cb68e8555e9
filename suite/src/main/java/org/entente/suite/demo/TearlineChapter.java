package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The part of the story in which what may not be shown is written anew so that it may, and a second person approves. */
final class TearlineChapter {
    private static final int MOST = 20;
    /** These say nothing by themselves. */
    private static final Set<String> ABOUT_OTHERS =
            Set.of("relationship", "sighting", "marking-definition", "extension-definition", "language-content");

    private final Acts acts;
    private final Telling telling;
    private final String run;

    TearlineChapter(Acts acts, Telling telling, String run) {
        this.acts = acts;
        this.telling = telling;
        this.run = run;
    }

    void sanitises(Asset asset) {
        telling.chapter("7  XAA writes a tearline");
        agree();
        JsonNode guidance = acts.as("xaa-originator")
                .post("/catalog/assets/" + asset.id() + "/tearlines/guidance", audience())
                .expect(200)
                .json();
        telling.say(
                "xaa-originator asked what XBB's analyst would see: %d of %d portions. What blocks the others:",
                guidance.at("/sees/portions").asInt(), guidance.at("/sees/of").asInt());
        guidance.path("blocking")
                .forEach(blocking -> telling.say(
                        "  %6d  %s",
                        blocking.path("portions").asInt(), blocking.path("code").asText()));
        List<JsonNode> blocked = blocked(guidance);
        if (blocked.isEmpty()) {
            telling.say(
                    "None of the first %d portions is blocked, so there is nothing to sanitise.",
                    guidance.path("portions").size());
            return;
        }
        approves(asset, draft(asset, blocked));
    }

    /** The grant of the story is withdrawn by now; this one comes of another agreement. */
    private void agree() {
        Instant now = Instant.now();
        Instant until = now.plus(Duration.ofHours(1));
        String agreement =
                acts.propose(AgreementTerms.ofDemo("XBB", "Tearlines, run " + run, Story.PURPOSE, now, until));
        acts.consent("xbb-officer", agreement);
        acts.grant(new GrantTerms(
                agreement, Story.GRANTED.tier(), List.copyOf(Story.SHARED), List.of(Story.PURPOSE), until.toString()));
    }

    private String draft(Asset asset, List<JsonNode> blocked) {
        ObjectNode request = audience();
        ObjectNode label = request.putObject("label").put("policy", "ALLIANCE").put("classification", "RESTRICTED");
        label.putArray("releasableTo").add("XBB");
        label.putArray("categories").add("situational-awareness");
        ArrayNode portions = request.putArray("portions");
        blocked.forEach(portion -> portions.addObject().set("portion", portion.path("portion")));
        JsonNode draft = acts.as("xaa-originator")
                .post("/catalog/assets/" + asset.id() + "/tearlines", request)
                .expect(201)
                .json();
        int masks = blocked.stream()
                .mapToInt(portion -> portion.path("suggested").size())
                .sum();
        telling.say(
                "It drafted a tearline of %d objects with the %d masks that the policy suggests for them.",
                blocked.size(), masks);
        return draft.path("id").asText();
    }

    private void approves(Asset asset, String tearline) {
        String path = "/catalog/assets/" + asset.id() + "/tearlines/" + tearline;
        JsonNode preview =
                acts.as("xaa-originator").get(path + "/preview").expect(200).json();
        int own = acts.as("xaa-originator")
                .post(path + "/approval", JsonNodeFactory.instance.objectNode())
                .status();
        telling.say("Its author may not approve it (%d); xaa-originator-2 compared and approved.", own);
        telling.expect(own == 403, "nobody approves a tearline of their own");
        acts.as("xaa-originator-2")
                .post(path + "/approval", JsonNodeFactory.instance.objectNode())
                .expect(200);
        View view = acts.view(Story.ANALYST, asset.id(), Story.PURPOSE);
        JsonNode shown = view.answer().json();
        telling.say(
                "%s now sees %d portions, and %d objects of XAA's own in place of what stays protected.",
                Story.ANALYST, view.shown(), shown.at("/tearline/parts").asInt());
        telling.expect(shown.at("/tearline/id").asText().equals(tearline), "XBB's analyst is shown the tearline");
        telling.expect(
                shown.path("bundle").equals(preview.at("/view/bundle")), "XBB gets exactly what the preview showed");
        telling.expect(
                view.shown() == asset.portionsWithin(Story.GRANTED), "the portions of tier 1 are shown as before");
    }

    /** Objects that XBB does not see, some of them. */
    private static List<JsonNode> blocked(JsonNode guidance) {
        List<JsonNode> blocked = new ArrayList<>();
        StreamSupport.stream(guidance.path("portions").spliterator(), false)
                .filter(portion -> !portion.path("seen").booleanValue())
                .filter(portion -> isByItself(portion.path("portion").asText()))
                .limit(MOST)
                .forEach(blocked::add);
        return blocked;
    }

    private static boolean isByItself(String portion) {
        int dashes = portion.indexOf("--");
        return portion.indexOf('#') < 0 && dashes > 0 && !ABOUT_OTHERS.contains(portion.substring(0, dashes));
    }

    private static ObjectNode audience() {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ObjectNode audience = request.putObject("audience")
                .put("partner", "XBB")
                .put("purpose", Story.PURPOSE)
                .put("assurance", "password");
        audience.putArray("clearances").add("ALLIANCE:SECRET");
        return request;
    }
}
