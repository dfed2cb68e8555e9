package org.entente.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.entente.tlog.Draw;
import org.entente.tlog.SignedCheckpoint;

/** A suspicion is looked into, the public is told figures, and an auditor from outside draws decisions and has them taken again. */
final class AuditChapter {
    private static final String FIRST = "xaa-auditor";
    private static final String SECOND = "xaa-auditor-2";
    private static final String EXAMINER = "xcc-auditor";
    private static final String PERIOD = "2026-Q3";
    private static final String REPORTS = "/audit/transparency/reports";

    private final Acts acts;
    private final Telling telling;

    AuditChapter(Acts acts, Telling telling) {
        this.acts = acts;
        this.telling = telling;
    }

    void looksIntoAndAnswers(Asset asset) {
        telling.chapter("11  XAA looks into it, tells the public, and is examined");
        investigates(asset);
        measures();
        reports();
        isExamined();
    }

    private void investigates(Asset asset) {
        ObjectNode suspicion = object().put("title", "Asked about on a Sunday")
                .put("partner", "XBB")
                .put("reason", "An originator wondered.");
        String path = "/audit/investigations/"
                + acts.as(FIRST)
                        .post("/audit/investigations", suspicion)
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        ObjectNode exhibits = object().put("reason", "Everything about the asset");
        exhibits.putObject("query").put("asset", asset.id());
        JsonNode frozen =
                acts.as(FIRST).post(path + "/evidence", exhibits).expect(200).json();
        telling.say(
                "%s opened a case and froze %d entries of the log as evidence, each with its proof.",
                FIRST, frozen.path("evidence").asInt());
        move(FIRST, path + "/dismissal", object().put("reason", "The analyst was on duty."), 200);
        int alone = move(FIRST, path + "/dismissal/confirmation", object(), 403).status();
        JsonNode dismissed =
                move(SECOND, path + "/dismissal/confirmation", object(), 200).json();
        telling.say(
                "%s proposed to dismiss it and could not do so alone (%d); %s confirmed: %s.",
                FIRST, alone, SECOND, dismissed.at("/line/state").asText());
        telling.expect(dismissed.at("/line/state").asText().equals("dismissed"), "a case is dismissed by two persons");
    }

    private void measures() {
        JsonNode answered = Patience.until(
                () -> acts.as(FIRST)
                        .get("/audit/indicators/requests-in-time?partner=XBB")
                        .expect(200)
                        .json(),
                series -> series.at("/whole/count").asLong() > 0);
        telling.say(
                "Of %d requests of XBB %d were answered in time; the target is %s.",
                answered.at("/whole/count").asLong(),
                answered.at("/whole/met").asLong(),
                answered.at("/target/least").asText());
        telling.expect(answered.at("/whole/count").asLong() > 0, "answered requests are in the indicators");
    }

    private void reports() {
        if (acts.client().anonymous().get("/audit/transparency/" + PERIOD).status() == 404) {
            acts.as(FIRST).post(REPORTS, object().put("period", PERIOD)).expect(200, 201);
            move(SECOND, REPORTS + "/" + PERIOD + "/publication", object(), 200);
        }
        JsonNode report = acts.client()
                .anonymous()
                .get("/audit/transparency/" + PERIOD)
                .expect(200)
                .json();
        telling.say(
                "The report of %s is public: %d figures with noise, epsilon %s, drafted by one auditor and published by another.",
                PERIOD,
                report.at("/figures/figures").size(),
                report.at("/figures/epsilon").asText());
    }

    private void isExamined() {
        Instant now = Instant.now();
        ObjectNode proposal = object().put("title", "Examination by XCC")
                .put("opens", now.minusSeconds(60).toString())
                .put("closes", now.plus(Duration.ofHours(1)).toString())
                .put("sample", 5);
        proposal.putObject("examiner").put("name", EXAMINER).put("nation", "XCC");
        String path = "/audit/examinations/"
                + acts.as(FIRST)
                        .post("/audit/examinations", proposal)
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        int early = acts.as(EXAMINER).get(path).status();
        move(SECOND, path + "/invitation", object(), 200);
        byte[] nonce = new byte[Draw.NONCE_LENGTH];
        new SecureRandom().nextBytes(nonce);
        move(EXAMINER, path + "/commitment", object().put("commitment", Draw.commitment(nonce)), 200);
        move(EXAMINER, path + "/draw", object().put("nonce", Base64.getEncoder().encodeToString(nonce)), 200);
        JsonNode found = Patience.until(() -> packageOf(path), AuditChapter::isAnswered);
        telling.say(
                "%s, to whom there was nothing before two auditors invited them (%d), drew %d decisions; each was taken again.",
                EXAMINER, early, found.path("sample").size());
        telling.expect(early == 404, "an examiner sees nothing before the invitation");
        telling.expect(isAnswered(found), "every decision of the sample was taken again");
        for (JsonNode drawn : found.path("sample")) {
            telling.expect(
                    drawn.path("same").asBoolean(),
                    "decision %s comes out the same",
                    drawn.path("decision").asText());
        }
        drawsAgain(found, path, nonce);
    }

    /** What the examiner does with nothing but the checkpoint and the nonce. */
    private void drawsAgain(JsonNode found, String path, byte[] nonce) {
        SignedCheckpoint checkpoint =
                SignedCheckpoint.parse(found.at("/examination/lot/checkpoint").asText());
        JsonNode items =
                acts.as(EXAMINER).get(path + "/items").expect(200).json().path("exhibits");
        Draw draw = new Draw(
                nonce,
                checkpoint.checkpoint(),
                found.at("/examination/scope/first").asLong(),
                found.at("/examination/scope/end").asLong());
        boolean isSame = true;
        for (long index : draw.next(items.size())) {
            isSame &= items.findValuesAsText("index").contains(Long.toString(index));
        }
        telling.say(
                "Drawn again from checkpoint and nonce alone: %s, by %d entries of the log.",
                isSame ? "the same" : "something else", items.size());
        telling.expect(isSame && checkpoint.verify(acts.logKey()).isVerified(), "anybody draws the same again");
    }

    private JsonNode packageOf(String path) {
        return acts.as(EXAMINER).get(path + "/package").expect(200).json();
    }

    private static boolean isAnswered(JsonNode found) {
        for (JsonNode drawn : found.path("sample")) {
            if (!drawn.has("same")) {
                return false;
            }
        }
        return !found.path("sample").isEmpty();
    }

    private Answer move(String account, String path, JsonNode body, int status) {
        return acts.as(account).post(path, body, "If-Match", "*").expect(status);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
