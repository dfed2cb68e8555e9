package org.entente.audit.receipt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.embedded.testing.TestTokens;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.tlog.Reason;
import org.entente.tlog.Receipt;
import org.entente.tlog.Verdict;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReceiptResourceTest extends ServiceTest {

    @Test
    void thePartnersReceiptVerifiesWithNothingButTheKey() throws Exception {
        Event decided = decision("XBB");
        record(decided);

        String receipt = receipt(partner("XBB"), decided.subject());

        assertThat(Receipt.verify(receipt, key())).isEqualTo(Verdict.verified());
        assertThat(json.readValue(Receipt.parse(receipt).event(), Event.class)).isEqualTo(decided);
    }

    @Test
    void receiptsVerifyWhereverTheirEntryStandsInTheTree() throws Exception {
        Event[] events = new Event[40];
        for (int i = 0; i < events.length; i++) {
            events[i] = decision("XBB");
        }
        record(events);

        for (Event event : events) {
            assertThat(Receipt.verify(receipt(auditor(), event.id().toString()), key()))
                    .isEqualTo(Verdict.verified());
        }
    }

    @Test
    void aReceiptThatSaysSomethingElseIsRefused() throws Exception {
        Event decided = decision("XBB");
        record(decided);

        String receipt = receipt(partner("XBB"), decided.subject());

        assertThat(Receipt.verify(receipt.replace("\"permitted\":12", "\"permitted\":13"), key()))
                .isEqualTo(Verdict.refused(Reason.COMMITMENT_DIFFERS));
    }

    @Test
    void ofADecisionItIsTheDecisionNotTheView() throws Exception {
        Event decided = decision("XBB");
        Event served = Event.of(EventTypes.VIEW_SERVED, decided.subject(), "XBB", null, json.createObjectNode());
        record(served);
        publish(decided);
        awaitRecords(decided.subject(), 2);

        assertThat(receipt(partner("XBB"), decided.subject())).contains("\"id\":\"" + decided.id());
        assertThat(receipt(partner("XBB"), served.id().toString())).contains("\"id\":\"" + served.id());
    }

    @Test
    void toWhomItDoesNotConcernItIsAsIfThereWereNone() throws Exception {
        Event decided = decision("XBB");
        record(decided);
        String nothing = notFound(partner("XCC"), UUID.randomUUID().toString());

        assertThat(notFound(partner("XCC"), decided.subject())).isEqualTo(nothing);
        assertThat(notFound(partner("XCC"), decided.id().toString())).isEqualTo(nothing);
        assertThat(notFound(as(home("originator")), decided.subject())).isEqualTo(nothing);
        assertThat(notFound(as(home("auditor").partner("XCC")), decided.subject()))
                .isEqualTo(nothing);
        assertThat(notFound(auditor(), UUID.randomUUID().toString())).isEqualTo(nothing);
        assertThat(notFound(auditor(), "x".repeat(300))).isEqualTo(nothing);
    }

    @Test
    void whatConcernsNoPartnerIsTheAuditorsAlone() throws Exception {
        Event registered = Event.of(
                EventTypes.ASSET_REGISTERED, UUID.randomUUID().toString(), null, null, json.createObjectNode());
        record(registered);

        assertThat(Receipt.verify(receipt(auditor(), registered.subject()), key()))
                .isEqualTo(Verdict.verified());
        notFound(partner("XBB"), registered.subject());
    }

    @Test
    void whoIsNotLoggedInOrHasATokenForAnotherServiceIsRefused() {
        given().get("/audit/receipts/x").then().statusCode(401);
        as(TestTokens.token("xbb-analyst")
                        .partner("XBB")
                        .roles("partner-analyst")
                        .audience("access-service"))
                .get("/audit/receipts/x")
                .then()
                .statusCode(401);
    }

    @Test
    void noReceiptIsGivenThatDoesNotVerify() throws Exception {
        Event decided = decision("XBB");
        record(decided);
        String swap =
                "update log_entry set entry = replace(entry, '%s', '%s') where subject = '" + decided.subject() + "'";

        tamper(swap.formatted("entry/1", "entry/2"));
        int status = auditor().get("/audit/receipts/" + decided.subject()).statusCode();
        tamper(swap.formatted("entry/2", "entry/1"));

        assertThat(status).isEqualTo(500);
    }

    @Test
    void describesItself() throws Exception {
        record(decision("XBB"));
        for (String path : List.of("/audit/log/checkpoint", "/audit/receipts/{id}", "/audit/records")) {
            given().accept("application/json")
                    .get("/audit/openapi")
                    .then()
                    .statusCode(200)
                    .body("paths.'" + path + "'.get.responses.'200'.size() > 0", equalTo(true));
        }
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        assertThat(given().get("/q/metrics").asString()).contains("entente_log_size", "entente_log_batch_seconds");
    }

    private static String receipt(RequestSpecification caller, String id) {
        return caller.get("/audit/receipts/" + id)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString();
    }

    private static String notFound(RequestSpecification caller, String id) {
        return caller.get("/audit/receipts/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .extract()
                .asString();
    }

    private static void tamper(String statement) throws SQLException {
        try (Connection connection = EmbeddedServers.superuser("audit");
                Statement execution = connection.createStatement()) {
            execution.executeUpdate(statement);
        }
    }
}
