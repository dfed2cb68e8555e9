package org.entente.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.TestTokens;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What was made of content goes with it: the copy in a case, the line in a history. What is evidence in a case that is not over is not
 * erased, and keeps nothing else from being erased.
 */
@QuarkusTest
class EvidenceResourceTest extends ServiceTest {

    private static final String CASES = "/audit/investigations";

    @Inject
    Eraser eraser;

    @AfterEach
    void quiet() throws Exception {
        awaitQuiet();
    }

    @Test
    void evidenceIsErasedWhenItsCaseIsOverAndEverythingElseAtOnce() throws Exception {
        // given
        List<Event> evidence = List.of(decision("XBB"), decision("XBB"), decision("XBB"));
        Event other = decision("XBB");
        record(evidence.toArray(Event[]::new));
        record(other);
        String opened = caseWith(evidence);
        evidence.forEach(EvidenceResourceTest::ordered);
        ordered(other);

        // when
        erase();

        // then
        assertThat(evidence).allMatch(EvidenceResourceTest::isThere);
        assertThat(isThere(other)).isFalse();
        dismiss(opened);
        erase();
        assertThat(evidence).noneMatch(EvidenceResourceTest::isThere);
        assertThat(auditor()
                        .get(CASES + "/" + opened + "/timeline")
                        .jsonPath()
                        .getList("lines.findAll { it.entry != null && it.entry.event != null }"))
                .isEmpty();
    }

    @Test
    void whatHistoriesAreSearchedByIsErasedWithTheEvent() throws Exception {
        // given
        String asset = UUID.randomUUID().toString();
        Event served = Event.of(
                EventTypes.VIEW_SERVED,
                UUID.randomUUID().toString(),
                "XBB",
                "xbb-analyst@XBB",
                json.createObjectNode().put("assetId", asset));
        record(served);
        Instant deadline = Instant.now().plusSeconds(60);
        while (linesOf(asset) == 0 && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
        }
        assertThat(linesOf(asset)).isEqualTo(1);
        ordered(served);

        // when
        erase();

        // then
        assertThat(isThere(served)).isFalse();
        assertThat(linesOf(asset)).isZero();
    }

    private static int linesOf(String asset) {
        return auditor()
                .queryParam("asset", asset)
                .queryParam("kind", EventTypes.VIEW_SERVED)
                .get("/audit/history")
                .jsonPath()
                .getList("lines")
                .size();
    }

    private void erase() {
        eraser.erase().await().atMost(Duration.ofMinutes(1));
    }

    private static boolean isThere(Event event) {
        return auditor().get("/audit/receipts/" + event.id()).statusCode() == 200;
    }

    private static String caseWith(List<Event> evidence) {
        String id = post(
                        auditor(),
                        CASES,
                        "{\"title\": \"A report\", \"partner\": \"XBB\", \"reason\": \"Somebody told us.\"}")
                .statusCode(201)
                .extract()
                .path("id");
        List<Integer> indexes = evidence.stream()
                .map(event -> auditor()
                        .get("/audit/receipts/" + event.id())
                        .jsonPath()
                        .getInt("index"))
                .toList();
        post(auditor(), CASES + "/" + id + "/evidence", "{\"entries\": " + indexes + ", \"reason\": \"The accesses\"}")
                .statusCode(200)
                .body("evidence", equalTo(evidence.size()));
        return id;
    }

    private static void dismiss(String id) {
        String path = CASES + "/" + id;
        RequestSpecification first =
                auditor().header("If-Match", auditor().get(path).header("ETag"));
        String proposed = post(first, path + "/dismissal", "{\"reason\": \"Nothing was wrong.\"}")
                .statusCode(200)
                .extract()
                .header("ETag");
        RequestSpecification second =
                as(TestTokens.token("xaa-second").roles("auditor").audience("audit-service"));
        post(second.header("If-Match", proposed), path + "/dismissal/confirmation", "")
                .statusCode(200);
    }

    private static void ordered(Event event) {
        String terms = "{\"subject\": \"" + event.subject() + "\", \"basis\": \"Order of a court\"}";
        String id = post(auditor(), "/audit/retention/orders", terms)
                .statusCode(201)
                .extract()
                .path("id");
        post(as(home("policy-administrator")), "/audit/retention/rulings/" + id + "/approval", "")
                .statusCode(200);
    }

    private static ValidatableResponse post(RequestSpecification by, String path, String body) {
        return by.contentType(ContentType.JSON).body(body).post(path).then();
    }
}
