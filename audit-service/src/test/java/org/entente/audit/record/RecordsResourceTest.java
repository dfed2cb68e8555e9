package org.entente.audit.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.TestTokens;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecordsResourceTest extends ServiceTest {

    @Test
    void everyRecordIsOnExactlyOnePage() throws Exception {
        String subject = unique();
        byte[][] payloads = IntStream.range(0, 25)
                .mapToObj(number -> bytes(Event.of(
                        EventTypes.GRANT_ISSUED,
                        subject,
                        "XBB",
                        null,
                        json.createObjectNode().put("number", number))))
                .toArray(byte[][]::new);
        publish("entente.access", subject, payloads);
        numbersOf(subject, 25);

        List<Integer> seen = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request =
                    auditor().queryParam("subject", subject).queryParam("limit", 5);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/audit/records")
                    .jsonPath();
            assertThat(page.getList("records")).hasSize(5);
            seen.addAll(page.getList("records.event.data.number", Integer.class));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(seen)
                .containsExactlyElementsOf(IntStream.range(0, 25).boxed().toList());
    }

    @Test
    void aPartnerReadsItsOwnRecordsAndNoOthersWhateverItAsksFor() throws Exception {
        Event own = decision("XBB");
        Event others = decision("XCC");
        Event nobodys = Event.of(EventTypes.ASSET_REGISTERED, unique(), null, null, json.createObjectNode());
        record(own, others, nobodys);

        assertThat(recordsOf(partner("XBB"), own.subject()).getList("records")).hasSize(1);
        for (Event hidden : List.of(others, nobodys)) {
            assertThat(recordsOf(partner("XBB"), hidden.subject()).getList("records"))
                    .isEmpty();
        }
        partner("XBB")
                .queryParam("partner", "XCC")
                .get("/audit/records")
                .then()
                .body("records", empty())
                .body("next", nullValue());
        List<String> partners = partner("XBB")
                .queryParam("limit", 1000)
                .get("/audit/records")
                .jsonPath()
                .getList("records.event.partner");
        assertThat(partners).isNotEmpty().containsOnly("XBB");
    }

    @Test
    void filtersNarrowWhatAnAuditorSees() throws Exception {
        Event decided = decision("XBB");
        record(decided);

        auditor()
                .queryParam("partner", "XBB")
                .queryParam("type", EventTypes.DECISION_MADE)
                .queryParam("subject", decided.subject())
                .get("/audit/records")
                .then()
                .body("records.event.id", hasItem(decided.id().toString()));
        auditor()
                .queryParam("partner", "XCC")
                .queryParam("subject", decided.subject())
                .get("/audit/records")
                .then()
                .body("records", empty());
        auditor()
                .queryParam("type", EventTypes.GRANT_ISSUED)
                .queryParam("subject", decided.subject())
                .get("/audit/records")
                .then()
                .body("records", empty());
    }

    @Test
    void anyOtherRoleSeesNothing() throws Exception {
        Event decided = decision("XBB");
        record(decided);

        as(home("originator")).get("/audit/records").then().statusCode(200).body("records", empty());
        as(home("partner-analyst")).get("/audit/records").then().statusCode(200).body("records", empty());
    }

    @Test
    void aPartnersAuditorIsNoAuditorOfOurs() throws Exception {
        Event others = decision("XCC");
        record(others);

        assertThat(recordsOf(as(home("auditor").partner("XBB")), others.subject())
                        .getList("records"))
                .isEmpty();
    }

    @Test
    void whoIsNotLoggedInOrHasATokenForAnotherServiceIsRefused() {
        given().get("/audit/records").then().statusCode(401);
        as(TestTokens.token("xaa-auditor").roles("auditor").audience("catalog-service"))
                .get("/audit/records")
                .then()
                .statusCode(401);
        as(home("auditor").expired(Duration.ofMinutes(5)))
                .get("/audit/records")
                .then()
                .statusCode(401);
        as(home("auditor").issuer("https://elsewhere.example"))
                .get("/audit/records")
                .then()
                .statusCode(401);
    }

    @Test
    void aParameterWithoutMeaningIsNamed() {
        Map.of("limit", "0", "cursor", "x", "subject", "x".repeat(256)).forEach((name, value) -> auditor()
                .queryParam(name, value)
                .get("/audit/records")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(name)));
    }

    private static List<Integer> numbersOf(String subject, int count) throws InterruptedException {
        return awaitRecords(subject, count).getList("records.event.data.number", Integer.class);
    }

    private byte[] bytes(Event event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }
}
