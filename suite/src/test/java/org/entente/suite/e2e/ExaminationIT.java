package org.entente.suite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.entente.suite.demo.Acts;
import org.entente.suite.demo.Answer;
import org.entente.suite.demo.Patience;
import org.entente.tlog.Draw;
import org.entente.tlog.SignedCheckpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An auditor from outside draws decisions, and access-service takes them again; what is counted becomes an indicator and a report. */
@ExtendWith(SuiteExtension.class)
class ExaminationIT {

    private static final String EXAMINER = "xcc-auditor";

    private final PackagedSuite suite;

    ExaminationIT(PackagedSuite suite) {
        this.suite = suite;
    }

    @Test
    void whatIsDrawnComesOutTheSameAndIsDrawnTheSameByAnybody() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            situation.view();
            awaitDecision(acts, situation.asset().id());
            String path = invited(acts);
            byte[] nonce = new byte[Draw.NONCE_LENGTH];
            new SecureRandom().nextBytes(nonce);
            move(acts, EXAMINER, path + "/commitment", object().put("commitment", Draw.commitment(nonce)));

            // when
            move(
                    acts,
                    EXAMINER,
                    path + "/draw",
                    object().put("nonce", Base64.getEncoder().encodeToString(nonce)));

            // then
            JsonNode found = Patience.until(() -> packageOf(acts, path), ExaminationIT::isAnswered);
            assertThat(found.path("sample")).isNotEmpty().allSatisfy(drawn -> assertThat(
                            drawn.path("same").asBoolean())
                    .as(drawn.toString())
                    .isTrue());
            assertThat(found.path("policies")).isNotEmpty();
            SignedCheckpoint checkpoint = SignedCheckpoint.parse(
                    found.at("/examination/lot/checkpoint").asText());
            assertThat(checkpoint.verify(acts.logKey()).isVerified()).isTrue();
            List<Long> indexes = new ArrayList<>();
            acts.as(EXAMINER)
                    .get(path + "/items")
                    .expect(200)
                    .json()
                    .path("exhibits")
                    .forEach(item -> indexes.add(item.path("index").asLong()));
            Draw again = new Draw(
                    nonce,
                    checkpoint.checkpoint(),
                    0,
                    found.at("/examination/scope/end").asLong());
            assertThat(again.next(indexes.size())).isEqualTo(indexes);
        }
    }

    @Test
    void anExaminerSeesNothingWithoutAnInvitation() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            String path = proposed(acts);

            // when
            Answer answer = acts.as(EXAMINER).get(path + "/package");

            // then
            assertThat(answer.status()).isEqualTo(404);
            assertThat(acts.as(EXAMINER).get("/audit/investigations").status()).isEqualTo(404);
            assertThat(acts.as(EXAMINER).get("/audit/indicators").status()).isEqualTo(403);
            assertThat(acts.as(EXAMINER).get("/audit/transparency/reports").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aFirstViewBecomesAnIndicator() {
        try (Situation situation = Situation.agreed(suite)) {
            // given
            Acts acts = situation.acts();
            String series = "/audit/indicators/first-view-by-partner?partner=XBB";
            long before = acts.as("xaa-auditor")
                    .get(series)
                    .expect(200)
                    .json()
                    .at("/whole/count")
                    .asLong();

            // when
            situation.view();

            // then
            long after = Patience.until(
                    () -> acts.as("xaa-auditor")
                            .get(series)
                            .expect(200)
                            .json()
                            .at("/whole/count")
                            .asLong(),
                    count -> count > before);
            assertThat(after).isGreaterThan(before);
        }
    }

    private static void awaitDecision(Acts acts, String asset) {
        JsonNode lines = Patience.until(
                () -> acts.as("xaa-auditor")
                        .get("/audit/history?kind=org.entente.access.decision.made.v1&asset=" + asset)
                        .expect(200)
                        .json()
                        .path("lines"),
                found -> !found.isEmpty());
        assertThat(lines).isNotEmpty();
    }

    private static String proposed(Acts acts) {
        Instant now = Instant.now();
        ObjectNode proposal = object().put("title", "End to end")
                .put("opens", now.minusSeconds(60).toString())
                .put("closes", now.plus(Duration.ofHours(1)).toString())
                .put("sample", 3);
        proposal.putObject("examiner").put("name", EXAMINER).put("nation", "XCC");
        return "/audit/examinations/"
                + acts.as("xaa-auditor")
                        .post("/audit/examinations", proposal)
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
    }

    private static String invited(Acts acts) {
        String path = proposed(acts);
        move(acts, "xaa-auditor-2", path + "/invitation", object());
        return path;
    }

    private static void move(Acts acts, String account, String path, JsonNode body) {
        acts.as(account).post(path, body, "If-Match", "*").expect(200);
    }

    private static JsonNode packageOf(Acts acts, String path) {
        return acts.as(EXAMINER).get(path + "/package").expect(200).json();
    }

    private static boolean isAnswered(JsonNode found) {
        for (JsonNode drawn : found.path("sample")) {
            if (!drawn.has("same")) {
                return false;
            }
        }
        return !found.path("sample").isEmpty() && !found.path("policies").isEmpty();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
