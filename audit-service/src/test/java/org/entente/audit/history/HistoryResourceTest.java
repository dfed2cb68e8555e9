package org.entente.audit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.TestTokens;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.tlog.VerifierKey;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryResourceTest extends ServiceTest {

    @Test
    void filtersNarrowAndPagesHoldEveryLineOnce() throws Exception {
        String asset = unique();
        String person = unique();
        List<Event> events = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            events.add(access("XBB", person, asset, number % 2 == 0));
        }
        record(events.toArray(Event[]::new));
        awaitLines(auditor().queryParam("asset", asset), 7);

        assertThat(lines(auditor().queryParam("asset", asset).queryParam("result", "denied")))
                .hasSize(3);
        assertThat(lines(auditor().queryParam("person", person).queryParam("kind", EventTypes.DECISION_MADE)))
                .hasSize(7);
        assertThat(lines(auditor().queryParam("person", person).queryParam("kind", EventTypes.GRANT_ISSUED)))
                .isEmpty();
        assertThat(lines(auditor().queryParam("asset", asset).queryParam("from", "2026-01-01T00:00:00Z")))
                .hasSize(7);
        assertThat(lines(auditor().queryParam("asset", asset).queryParam("until", "2020-01-01T00:00:00Z")))
                .isEmpty();
        for (String order : List.of("oldest", "newest")) {
            assertThat(pages(asset, order)).hasSize(7).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyoneReadsWhatIsTheirsAndNothingElse() throws Exception {
        String asset = unique();
        String analyst = TestTokens.subject("XBB-analyst");
        record(
                access("XBB", analyst, asset, true),
                access("XBB", unique(), asset, true),
                access("XCC", unique(), asset, true),
                hidden("XBB", asset));
        awaitLines(auditor().queryParam("asset", asset), 4);

        assertThat(lines(partner("XBB").queryParam("asset", asset))).hasSize(1);
        assertThat(lines(partner("XBB").queryParam("person", unique()))).isEmpty();
        assertThat(lines(officer("XBB").queryParam("asset", asset))).hasSize(2);
        assertThat(lines(officer("XBB").queryParam("partner", "XCC").queryParam("asset", asset)))
                .isEmpty();
        assertThat(lines(as(home("auditor").partner("XBB")).queryParam("asset", asset)))
                .isEmpty();
        assertThat(lines(as(home("originator")).queryParam("asset", asset))).isEmpty();
    }

    @Test
    void aLookIsOnRecordAndMakesOneRecordOnly() throws Exception {
        String asset = unique();

        lines(auditor().queryParam("asset", asset));

        RequestSpecification looks = auditor()
                .queryParam("kind", EventTypes.AUDIT_RECORDS_READ)
                .queryParam("actor", "xaa-auditor@XAA")
                .queryParam("order", "newest")
                .queryParam("limit", 1000);
        awaitLines(looks, 1);
        List<String> assets = awaitSome(looks, asset);
        assertThat(assets.stream().filter(asset::equals)).hasSize(1);
    }

    @Test
    void anExportIsWholeAndSigned() throws Exception {
        String asset = unique();
        record(access("XBB", unique(), asset, true), access("XBB", "=cmd()", asset, false));
        awaitLines(auditor().queryParam("asset", asset), 2);

        Response csv = auditor().queryParam("asset", asset).post("/audit/history/exports/csv");
        Response jsonLines = auditor().queryParam("asset", asset).post("/audit/history/exports/json-lines");

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.asString()).contains("\"'=cmd()\"").contains("/audit/receipts/");
        assertThat(jsonLines.asString().split("\n")).hasSize(2);
        for (Response export : List.of(csv, jsonLines)) {
            JsonNode signed = manifest(export);
            assertThat(signed.at("/manifest/lines").asLong()).isEqualTo(2);
            assertThat(signed.at("/manifest").has("next")).isFalse();
            assertThat(signed.at("/manifest/sha256").asText()).isEqualTo(sha256(export.asByteArray()));
            requireSigned(signed);
        }
        JsonNode first = json.readTree(jsonLines.asString().split("\n")[0]);
        auditor()
                .get(first.path("receipt").asText())
                .then()
                .statusCode(200)
                .body("index", equalTo(first.path("index").asInt()));
    }

    @Test
    void anExportOfOthersIsNotThere() throws Exception {
        String asset = unique();
        Response export = officer("XBB").queryParam("asset", asset).post("/audit/history/exports/csv");
        export.asByteArray();
        String manifest = export.header("Content-Location");

        Response others = officer("XCC").get(manifest);

        assertThat(others.statusCode()).isEqualTo(404);
        officer("XBB").get(manifest).then().statusCode(200).body("manifest.lines", equalTo(0));
        auditor().get(manifest).then().statusCode(200);
    }

    @Test
    void aParameterWithoutMeaningIsNamed() {
        Map.of(
                        "result", "maybe",
                        "order", "random",
                        "from", "yesterday",
                        "cursor", "x",
                        "limit", "0",
                        "asset", "x".repeat(256))
                .forEach((name, value) -> auditor()
                        .queryParam(name, value)
                        .get("/audit/history")
                        .then()
                        .statusCode(400)
                        .body("field", equalTo(name)));
    }

    private Event access(String partner, String person, String asset, boolean permitted) {
        return Event.of(EventTypes.DECISION_MADE, unique(), partner, null, data(person, asset, permitted));
    }

    /** A decision that the partner may not know of. */
    private Event hidden(String partner, String asset) {
        return Event.of(
                EventTypes.DECISION_MADE,
                unique(),
                null,
                null,
                data(TestTokens.subject(partner + "-analyst"), asset, false));
    }

    private JsonNode data(String person, String asset, boolean permitted) {
        return json.createObjectNode()
                .put("person", person)
                .put("action", "view")
                .put("purpose", "cyber-defence")
                .put("resource", asset)
                .put("decision", permitted);
    }

    private static RequestSpecification officer(String partner) {
        return as(TestTokens.token(partner + "-officer")
                .partner(partner)
                .roles("liaison-officer")
                .audience("audit-service"));
    }

    private static List<Object> lines(RequestSpecification request) {
        return page(request).getList("lines");
    }

    private static JsonPath page(RequestSpecification request) {
        return request.get("/audit/history").then().statusCode(200).extract().jsonPath();
    }

    private static List<Integer> pages(String asset, String order) {
        List<Integer> indexes = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = auditor()
                    .queryParam("asset", asset)
                    .queryParam("order", order)
                    .queryParam("limit", 3);
            JsonPath page = page(cursor == null ? request : request.queryParam("cursor", cursor));
            indexes.addAll(page.getList("lines.index", Integer.class));
            cursor = page.getString("next");
        } while (cursor != null);
        return indexes;
    }

    /** Histories follow the log within a moment. */
    private static void awaitLines(RequestSpecification request, int count) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(120);
        while (lines(request).size() < count) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not in the history in time");
            }
            Thread.sleep(100);
        }
    }

    private static List<String> awaitSome(RequestSpecification looks, String asset) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(120);
        List<String> assets = List.of();
        while (!assets.contains(asset) && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
            assets = page(looks).getList("lines.event.data.query.asset", String.class);
        }
        return assets;
    }

    private JsonNode manifest(Response export) throws Exception {
        return json.readTree(auditor()
                .get(export.header("Content-Location"))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private void requireSigned(JsonNode signed) throws Exception {
        JsonNode jwk =
                json.readTree(auditor().get("/audit/history/keys").asString()).at("/keys/0");
        String[] parts = signed.path("jws").asText().split("\\.");
        JsonNode header = json.readTree(Base64.getUrlDecoder().decode(parts[0]));
        VerifierKey key = VerifierKey.of(
                "any", Base64.getUrlDecoder().decode(jwk.path("x").asText()));
        assertThat(header.path("kid").asText()).isEqualTo(jwk.path("kid").asText());
        assertThat(json.readTree(Base64.getUrlDecoder().decode(parts[1]))).isEqualTo(signed.path("manifest"));
        assertThat(key.verifies(
                        parts[0] + "." + parts[1], Base64.getUrlDecoder().decode(parts[2])))
                .isTrue();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }
}
