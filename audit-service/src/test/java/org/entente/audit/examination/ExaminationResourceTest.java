package org.entente.audit.examination;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.tlog.Draw;
import org.entente.tlog.Receipt;
import org.entente.tlog.SignedCheckpoint;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExaminationResourceTest extends Examining {

    @Test
    void theSampleIsWhatTheDrawSaysAndAnybodyCanDrawItAgain() throws Exception {
        // given
        record(decision("XBB"), decision("XCC"), decision("XBB"));
        String id = invited(Instant.now().minusSeconds(60), Duration.ofHours(1));
        post(examiner(), id, "commitment", "{\"commitment\": \"" + Draw.commitment(nonce) + "\"}", 200);

        // when
        post(examiner(), id, "draw", "{\"nonce\": \"" + text() + "\"}", 200);

        // then
        JsonPath found = examiner()
                .get(ALL + "/" + id + "/package")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(found.getString("examination.lot.checkpoint"));
        assertThat(checkpoint.verify(key()).isVerified()).isTrue();
        long end = found.getLong("examination.scope.end");
        JsonPath items = examiner()
                .get(ALL + "/" + id + "/items")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Long> indexes = items.getList("exhibits.index", Long.class);
        assertThat(indexes).isEqualTo(new Draw(nonce, checkpoint.checkpoint(), 0, end).next(indexes.size()));
        assertThat(found.getList("sample.index", Long.class))
                .isSubsetOf(indexes)
                .hasSizeBetween(1, 3);
        String decision = found.getString("sample[0].decision");
        String receipt = auditor().get("/audit/receipts/" + decision).asString();
        assertThat(Receipt.verify(receipt, key()).isVerified()).isTrue();
        assertThat(examiner().get(ALL + "/" + id + "/entries").jsonPath().getList("exhibits"))
                .isNotEmpty();
    }

    @Test
    void whatAccessServiceAnswersIsFoundInThePackage() throws Exception {
        // given
        record(decision("XBB"));
        String id = invited(Instant.now().minusSeconds(60), Duration.ofHours(1));
        post(examiner(), id, "commitment", "{\"commitment\": \"" + Draw.commitment(nonce) + "\"}", 200);
        post(examiner(), id, "draw", "{\"nonce\": \"" + text() + "\"}", 200);
        String decision = examiner().get(ALL + "/" + id + "/package").jsonPath().getString("sample[0].decision");

        // when
        publish(Event.of(
                EventTypes.DECISION_REPLAYED,
                decision,
                null,
                null,
                json.createObjectNode().put("examination", id).put("epoch", 7).put("same", true)));

        // then
        Instant deadline = Instant.now().plusSeconds(120);
        JsonPath found = examiner().get(ALL + "/" + id + "/package").jsonPath();
        while (found.get("sample[0].same") == null && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
            found = examiner().get(ALL + "/" + id + "/package").jsonPath();
        }
        assertThat(found.getBoolean("sample[0].same")).isTrue();
        assertThat(found.getLong("sample[0].epoch")).isEqualTo(7);
        examiner().get(ALL + "/" + id + "/answers").then().statusCode(200).body("exhibits", hasSize(1));
    }

    @Test
    void onlyWhatWasCommittedToOpensTheDraw() throws Exception {
        // given
        record(decision("XBB"));
        String id = invited(Instant.now().minusSeconds(60), Duration.ofHours(1));
        post(examiner(), id, "draw", "{\"nonce\": \"" + text() + "\"}", 409);
        post(examiner(), id, "commitment", "{\"commitment\": \"AAAA\"}", 400);
        post(examiner(), id, "commitment", "{\"commitment\": \"" + Draw.commitment(nonce) + "\"}", 200);
        nonce[0]++;

        // when
        Response refused = post(examiner(), id, "draw", "{\"nonce\": \"" + text() + "\"}", 422);

        // then
        assertThat(refused.jsonPath().getString("field")).isEqualTo("/nonce");
    }

    @Test
    void beforeAndAfterTheirTimeThereIsNothingForTheExaminer() {
        String early = invited(Instant.now().plus(Duration.ofDays(1)), Duration.ofDays(1));
        String late = invited(Instant.now().minus(Duration.ofDays(3)), Duration.ofDays(1));
        String taken = invited(Instant.now().minusSeconds(60), Duration.ofHours(1));
        post(auditor(), taken, "withdrawal", "", 200);
        for (String id : List.of(early, late, taken)) {
            for (String path : List.of("", "/package", "/entries", "/items", "/answers", "/findings")) {
                examiner().get(ALL + "/" + id + path).then().statusCode(404);
            }
            post(examiner(), id, "commitment", "{\"commitment\": \"" + Draw.commitment(nonce) + "\"}", 404);
        }
        assertThat(examiner().get(ALL).jsonPath().getList("examinations.id")).doesNotContain(early, late, taken);
    }

    @Test
    void thereAreNoExaminationsForOthers() {
        String id = invited(Instant.now().minusSeconds(60), Duration.ofHours(1));
        for (RequestSpecification other :
                List.of(partner("XCC"), as(home("liaison-officer")), named("somebody", "XCC"))) {
            other.get(ALL + "/" + id).then().statusCode(404);
            assertThat(other.get(ALL).jsonPath().getList("examinations")).isEmpty();
        }
        given().get(ALL).then().statusCode(401);
        examiner()
                .get("/audit/records")
                .then()
                .statusCode(200)
                .body("records.findAll { it.event.partner != 'XCC' }", hasSize(0));
        examiner().contentType(ContentType.JSON).body("{}").post(ALL).then().statusCode(403);
    }

    @Test
    void oneAuditorAloneInvitesNobody() {
        // given
        Response proposed = propose(Instant.now().minusSeconds(60), Duration.ofHours(1));
        String id = proposed.jsonPath().getString("id");
        examiner().get(ALL + "/" + id).then().statusCode(404);
        auditor().get(ALL + "/" + id).then().statusCode(200).body("state", equalTo("proposed"));

        // when
        Response alone = post(auditor(), id, "invitation", "", 403);

        // then
        assertThat(alone.jsonPath().getString("detail")).contains("Another auditor");
    }

    @Test
    void aFindingIsTrackedFromRaisingToClosure() {
        // given
        String id = invited(Instant.now().minusSeconds(60), Duration.ofHours(1));
        auditor()
                .contentType(ContentType.JSON)
                .body("{\"title\": \"x\", \"text\": \"y\"}")
                .post(ALL + "/" + id + "/findings")
                .then()
                .statusCode(403);
        String finding = examiner()
                .contentType(ContentType.JSON)
                .body("{\"title\": \"Late reviews\", \"text\": \"Three reviews were closed late.\"}")
                .post(ALL + "/" + id + "/findings")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("findings[0].id");
        finding(auditor(), id, finding, "answer", 1, 200);
        finding(examiner(), id, finding, "acceptance", 1, 412);
        finding(examiner(), id, finding, "acceptance", 2, 200);
        finding(auditor(), id, finding, "remedy", 3, 200);
        finding(auditor(), id, finding, "closure", 4, 403);

        // when
        Response closed = finding(examiner(), id, finding, "closure", 4, 200);

        // then
        closed.then()
                .body("findings[0].state", equalTo("closed"))
                .body("findings[0].acts.move", equalTo(List.of("raised", "answer", "acceptance", "remedy", "closure")));
    }

    @Test
    void whoLooksAtAnExaminationIsOnRecordAndWhoFindsNoneIsNot() throws Exception {
        // given
        String id = invited(Instant.now().minusSeconds(60), Duration.ofHours(1));
        partner("XCC").get(ALL + "/" + id).then().statusCode(404);

        // when
        examiner().get(ALL + "/" + id).then().statusCode(200);
        auditor().get(ALL + "/" + id + "/findings").then().statusCode(200);

        // then
        assertThat(looksAt(id)).containsExactlyInAnyOrder("xcc-auditor@XCC", "xaa-auditor@XAA");
    }

    private static List<String> looksAt(String id) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(120);
        List<String> actors = List.of();
        while (actors.size() < 2 && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
            actors = auditor()
                    .queryParam("kind", EventTypes.AUDIT_RECORDS_READ)
                    .queryParam("order", "newest")
                    .queryParam("limit", 1000)
                    .get("/audit/history")
                    .jsonPath()
                    .getList("lines.findAll { it.event?.data?.query?.examination == '" + id + "' }.event.actor");
        }
        return actors;
    }
}
