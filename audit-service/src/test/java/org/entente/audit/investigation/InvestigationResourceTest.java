package org.entente.audit.investigation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.TestTokens;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.tlog.LogProof;
import org.entente.tlog.Verdict;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvestigationResourceTest extends ServiceTest {

    private static final String FIRST = "xaa-auditor";
    private static final String SECOND = "xaa-second";

    @Test
    void fromSuspicionToClosureWithEverythingThatIsOwed() throws Exception {
        String agreement = agreementOf("XBB", "XCC");
        String id = open("XBB");

        propose(
                id,
                "{\"severity\": \"serious\", \"reason\": \"Copies were passed on.\", \"agreement\": \"" + agreement
                        + "\"}");
        confirm(id, "breach");

        Response broken = get(id);
        broken.then()
                .body("line.state", equalTo("breach"))
                .body("breach.severity", equalTo("serious"))
                .body("breach.publicOwed", equalTo(true))
                .body("notifications.party", equalTo(List.of("XBB", "XCC")));
        // What access-service reads.
        assertThat(awaitRecords(id, 4)
                        .<String, Object>getMap(
                                "records.event.find { it.type == '" + EventTypes.BREACH_CONFIRMED + "' }.data"))
                .containsEntry("investigation", id)
                .containsEntry("partner", "XBB")
                .containsEntry("severity", "serious")
                .containsEntry("agreement", agreement)
                .hasEntrySatisfying(
                        "persons", persons -> assertThat(persons).asList().hasSize(2));
        post(FIRST, id, "closing", "{\"reason\": \"Done?\"}").then().statusCode(409);

        post(
                        FIRST,
                        id,
                        "remedies",
                        "{\"what\": \"Train again\", \"owner\": \"XBB\", \"due\": \""
                                + Instant.now().plusSeconds(86_400) + "\"}")
                .then()
                .statusCode(200);
        String remedy = get(id).path("remedies.find { it.what == 'Train again' }.id");
        post(FIRST, id, "remedies/" + remedy + "/completion", "{\"outcome\": \"All attended.\"}")
                .then()
                .statusCode(200);
        for (String party : List.of("XBB", "XCC")) {
            notifyAndAcknowledge(id, party);
        }
        publishStatement(id);
        publish(sanction(id, agreement));
        awaitSanction(id);
        post(FIRST, id, "closing", "{\"reason\": \"All done.\"}")
                .then()
                .statusCode(200)
                .body("line.state", equalTo("closed"));
        given().get("/audit/statements").then().statusCode(200).body("statements.id", hasItem(id));
    }

    @Test
    void whatIsFrozenVerifiesWithoutTheService() throws Exception {
        Event decided = decision("XBB");
        record(decided);
        String id = open("XBB");
        int index = auditor().get("/audit/receipts/" + decided.id()).jsonPath().getInt("index");

        post(FIRST, id, "evidence", "{\"entries\": [" + index + "], \"reason\": \"The access\"}")
                .then()
                .statusCode(200)
                .body("evidence", equalTo(1));

        JsonNode line = json.readTree(auditor()
                        .get("/audit/investigations/" + id + "/timeline")
                        .asString())
                .path("lines")
                .get(0);
        JsonNode entry = line.path("entry");
        LogProof proof = LogProof.parse(entry.path("proof").asText());
        assertThat(proof.verify(entry.path("entry").toString().getBytes(StandardCharsets.UTF_8), key()))
                .isInstanceOf(Verdict.Verified.class);
        assertThat(entry.at("/event/id").asText()).isEqualTo(decided.id().toString());
    }

    @Test
    void ofTwoAtOnceOneWins() throws Exception {
        String id = open("XBB");
        String tag = get(id).header("ETag");
        post(FIRST, id, "dismissal", "{\"reason\": \"Nothing\"}", tag).then().statusCode(200);

        Response late = post(SECOND, id, "breach", "{\"severity\": \"minor\", \"reason\": \"Something\"}", tag);

        late.then().statusCode(412).body("state", equalTo("dismissal-proposed")).body("version", notNullValue());
    }

    @Test
    void aDecisionNeedsTheVersionThatWasRead() throws Exception {
        String id = open("XBB");

        Response blind = auditorNamed(FIRST)
                .contentType("application/json")
                .body("{\"reason\": \"Nothing\"}")
                .post("/audit/investigations/" + id + "/dismissal");

        blind.then().statusCode(428).body("field", equalTo("If-Match"));
    }

    @Test
    void theOfficerWhoLooksIntoItSeesThatCaseOnly() throws Exception {
        String id = open("XBB");
        String other = open("XBB");
        RequestSpecification officer = as(home("liaison-officer"));
        String subject = TestTokens.subject("xaa-liaison-officer");
        post(
                        FIRST,
                        id,
                        "assignment",
                        "{\"assignee\": \"" + subject + "\", \"name\": \"xaa-liaison-officer\", \"due\": \""
                                + Instant.now().plusSeconds(3_600) + "\"}")
                .then()
                .statusCode(200)
                .body("line.state", equalTo("assigned"));

        officer.get("/audit/investigations/" + id).then().statusCode(200);
        as(home("liaison-officer")).get("/audit/investigations/" + other).then().statusCode(404);
        as(home("liaison-officer"))
                .contentType("application/json")
                .body("{\"text\": \"I asked them.\"}")
                .post("/audit/investigations/" + id + "/notes")
                .then()
                .statusCode(200);
        as(home("liaison-officer"))
                .contentType("application/json")
                .body("{\"text\": \"I asked them.\"}")
                .post("/audit/investigations/" + other + "/notes")
                .then()
                .statusCode(403);
        as(home("liaison-officer")).get("/audit/investigations").then().body("investigations.id", hasItem(id));
    }

    @Test
    void nobodyElseSeesAnything() throws Exception {
        String id = open("XBB");

        as(home("originator")).get("/audit/investigations/" + id).then().statusCode(403);
        as(home("auditor").partner("XBB"))
                .get("/audit/investigations/" + id)
                .then()
                .statusCode(404);
        officer("XBB").get("/audit/notifications").then().statusCode(200);
        partner("XBB").get("/audit/notifications").then().statusCode(403);
        officer("XBB")
                .contentType("application/json")
                .post("/audit/notifications/" + UUID.randomUUID() + "/acknowledgement")
                .then()
                .statusCode(404);
        as(home("originator"))
                .contentType("application/json")
                .body("{}")
                .post("/audit/investigations")
                .then()
                .statusCode(403);
        given().get("/audit/investigations").then().statusCode(401);
    }

    @Test
    void badInputIsNamed() throws Exception {
        String id = open("XBB");

        post(FIRST, id, "breach", "{\"reason\": \"x\"}").then().statusCode(400).body("field", equalTo("/severity"));
        post(FIRST, id, "breach", "{\"severity\": \"minor\", \"reason\": \"x\", \"owed\": [\"xyz\"]}")
                .then()
                .statusCode(400)
                .body("field", equalTo("/owed/0"));
        post(FIRST, id, "breach", "{\"severity\": \"minor\", \"reason\": \"x\", \"agreement\": \"unknown\"}")
                .then()
                .statusCode(422)
                .body("field", equalTo("/agreement"));
        post(FIRST, id, "evidence", "{\"reason\": \"x\"}").then().statusCode(400);
        post(FIRST, id, "evidence", "{\"reason\": \"x\", \"query\": {\"from\": \"today\"}}")
                .then()
                .statusCode(400)
                .body("field", equalTo("/query/from"));
        post(FIRST, id, "notes", "{\"text\": \"\"}").then().statusCode(400).body("field", equalTo("/text"));
        auditor()
                .queryParam("state", "asleep")
                .get("/audit/investigations")
                .then()
                .statusCode(400);
    }

    private void notifyAndAcknowledge(String id, String party) {
        String notification = get(id).path("notifications.find { it.party == '" + party + "' }.id");
        officer(party)
                .get("/audit/notifications")
                .then()
                .body("notifications.findAll { it.id == '" + notification + "' }", empty());
        post(FIRST, id, "notifications/" + notification + "/sending", "{\"text\": \"Copies were passed on.\"}")
                .then()
                .statusCode(200);
        officer(party).get("/audit/notifications").then().body("notifications.id", hasItem(notification));
        officer("XDD")
                .contentType("application/json")
                .post("/audit/notifications/" + notification + "/acknowledgement")
                .then()
                .statusCode(404);
        officer(party)
                .contentType("application/json")
                .post("/audit/notifications/" + notification + "/acknowledgement")
                .then()
                .statusCode(204);
    }

    private void publishStatement(String id) {
        post(FIRST, id, "statement", "{\"text\": \"Information was passed on.\"}")
                .then()
                .statusCode(200);
        post(FIRST, id, "statement/publication", null).then().statusCode(403);
        post(SECOND, id, "statement/publication", null).then().statusCode(200);
        post(FIRST, id, "statement", "{\"text\": \"Something else.\"}").then().statusCode(409);
    }

    private void awaitSanction(String id) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(120);
        while (get(id).jsonPath().getList("sanctions") == null) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(200);
        }
        get(id).then().body("sanctions", hasSize(1)).body("sanctions[0].step", equalTo("contained"));
    }

    private Event sanction(String id, String agreement) {
        return Event.of(
                EventTypes.SANCTION_APPLIED,
                agreement,
                "XBB",
                null,
                json.createObjectNode()
                        .put("investigation", id)
                        .put("agreement", agreement)
                        .put("partner", "XBB")
                        .put("step", "contained"));
    }

    private String agreementOf(String partner, String other) throws Exception {
        String agreement = UUID.randomUUID().toString();
        JsonNode data = json.readTree("{\"partner\": \"" + partner + "\", \"parties\": [\"" + partner + "\", \"" + other
                + "\"], \"undertakings\": {\"consequences\": [{\"severity\": \"serious\", \"steps\": [\"contained\","
                + " \"public-statement\"]}]}}");
        record(Event.of(EventTypes.AGREEMENT_PROPOSED, agreement, partner, null, data));
        return agreement;
    }

    private void propose(String id, String body) {
        post(FIRST, id, "breach", body).then().statusCode(200).body("line.state", equalTo("breach-proposed"));
        post(FIRST, id, "breach/confirmation", null).then().statusCode(403);
    }

    private void confirm(String id, String what) {
        post(SECOND, id, what + "/confirmation", null).then().statusCode(200);
    }

    private String open(String partner) {
        return auditor()
                .contentType("application/json")
                .body("{\"title\": \"A report\", \"partner\": \"" + partner + "\", \"reason\": \"Somebody told us.\"}")
                .post("/audit/investigations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response get(String id) {
        return auditor().get("/audit/investigations/" + id);
    }

    private static Response post(String who, String id, String what, String body) {
        return post(who, id, what, body, get(id).header("ETag"));
    }

    private static Response post(String who, String id, String what, String body, String tag) {
        RequestSpecification request = auditorNamed(who).header("If-Match", tag).contentType("application/json");
        return (body == null ? request : request.body(body)).post("/audit/investigations/" + id + "/" + what);
    }

    private static RequestSpecification auditorNamed(String name) {
        return as(TestTokens.token(name).roles("auditor").audience("audit-service"));
    }

    private static RequestSpecification officer(String partner) {
        return as(TestTokens.token(partner + "-officer")
                .partner(partner)
                .roles("liaison-officer")
                .audience("audit-service"));
    }
}
