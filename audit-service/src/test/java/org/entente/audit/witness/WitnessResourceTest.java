package org.entente.audit.witness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.entente.audit.LogKeyOfTests;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.tlog.Note;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.SigningKey;
import org.entente.tlog.Verdict;
import org.entente.tlog.VerifierKey;
import org.entente.tlog.WitnessRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WitnessResourceTest extends ServiceTest {
    private static final int ATTEMPTS = 100;
    private static final long PAUSE_MILLIS = 100;

    private final AllyLog ally = new AllyLog(LogKeyOfTests.ALLY);

    @BeforeEach
    void aLogThatWasNeverSeen() throws Exception {
        try (Connection connection = EmbeddedServers.superuser("audit");
                Statement statement = connection.createStatement()) {
            String origin = " where origin = '" + LogKeyOfTests.ALLY.name() + "'";
            statement.execute("delete from witnessed_log" + origin);
            statement.execute("delete from misbehaviour" + origin);
        }
    }

    @AfterEach
    void quiet() throws Exception {
        awaitQuiet();
    }

    @Test
    void aLogThatOnlyGrowsIsCosignedAndTheCosignatureVerifies() {
        submit(ally.grow("a", "b", "c").since(0)).statusCode(200);

        SignedCheckpoint checkpoint = ally.grow("d", "e").checkpoint();
        String line = new String(submit(ally.since(3)).statusCode(200).extract().asByteArray(), StandardCharsets.UTF_8);

        assertThat(checkpoint.with(Note.parseSignatures(line)).note().verify(witnessKey()))
                .isEqualTo(Verdict.verified());
        assertThat(monitored()).contains(line).startsWith(checkpoint.note().text());
    }

    @Test
    void theStatusesAreThoseOfTheSpecification() {
        submit(ally.grow("a", "b").since(0)).statusCode(200);
        ally.grow("c");

        submit(ally.since(0))
                .statusCode(409)
                .contentType(equalTo("text/x.tlog.size"))
                .body(equalTo("2\n"));
        submit(ally.since(1)).statusCode(409).body(equalTo("2\n"));
        submit(new WitnessRequest(2, List.of(), ally.checkpoint())).statusCode(422);
        submit(new WitnessRequest(4, List.of(), ally.checkpoint())).statusCode(400);
        given().body("old 1\n").post("/audit/witness/add-checkpoint").then().statusCode(400);
        given().post("/audit/witness/add-checkpoint").then().statusCode(400);
        SigningKey stranger = SigningKey.parse("xcc.example/log", SigningKey.generate());
        submit(new AllyLog(stranger).grow("a").since(0)).statusCode(404);
        SigningKey thief = SigningKey.parse(LogKeyOfTests.ALLY.name(), SigningKey.generate());
        submit(new AllyLog(thief).grow("a").since(0)).statusCode(403);
        given().get("/audit/witness/" + "0".repeat(64) + "/checkpoint").then().statusCode(404);
        assertThat(monitored()).contains("\n2\n");
    }

    @Test
    void ofRequestsAtOnceOneIsCosigned() {
        submit(ally.grow("a").since(0)).statusCode(200);
        List<WitnessRequest> growths = Stream.of("b", "c", "d", "e")
                .map(entry -> new AllyLog(LogKeyOfTests.ALLY).grow("a", entry).since(1))
                .toList();

        List<Integer> statuses = growths.stream()
                .map(request ->
                        CompletableFuture.supplyAsync(() -> post(request).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 409, 409, 409);
    }

    @Test
    void aSplitViewIsRefusedProvenAndAlarmed() throws Exception {
        submit(ally.grow("a", "b", "c").since(0)).statusCode(200);
        SignedCheckpoint first = ally.checkpoint();
        AllyLog other = new AllyLog(LogKeyOfTests.ALLY).grow("a", "b", "x");

        submit(new WitnessRequest(3, List.of(), other.checkpoint())).statusCode(422);

        assertThat(given().get("/q/metrics").asString())
                .containsPattern("entente_log_alarms_total\\{kind=\"split-view\"[^}]*} [1-9]");
        given().get("/q/health/well").then().statusCode(503).body(containsString("split-view"));
        List<String> evidence = awaitEvidence(other.checkpoint().note().text());
        assertThat(evidence).anyMatch(note -> note.startsWith(first.note().text()));
        assertThat(evidence)
                .anyMatch(note -> note.startsWith(other.checkpoint().note().text()));
        submit(ally.grow("d").since(3)).statusCode(200);
    }

    /** Of all misbehaviour of the ally, as soon as this is among it: other tests have seen it misbehave, too. */
    private static List<String> awaitEvidence(String wanted) throws InterruptedException {
        List<String> evidence = List.of();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            evidence = awaitRecords(LogKeyOfTests.ALLY.name(), 1)
                    .getList("records.event.data.evidence.flatten()", String.class);
            if (evidence.stream().anyMatch(note -> note.startsWith(wanted))) {
                break;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return evidence;
    }

    @Test
    void aHistoryThatCannotBeJoinedIsRefusedAndAlarmedOnce() throws Exception {
        submit(ally.grow("a", "b", "c").since(0)).statusCode(200);
        AllyLog other = new AllyLog(LogKeyOfTests.ALLY).grow("a", "x", "c", "d");

        submit(other.since(3)).statusCode(422);
        submit(other.since(3)).statusCode(422);

        try (Connection connection = EmbeddedServers.superuser("audit");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select kind from misbehaviour where origin = '" + LogKeyOfTests.ALLY.name() + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("INCONSISTENT");
            assertThat(rows.next()).isFalse();
        }
    }

    private static ValidatableResponse submit(WitnessRequest request) {
        return post(request).then();
    }

    private static Response post(WitnessRequest request) {
        return given().contentType("text/plain; charset=utf-8")
                .body(request.toString().getBytes(StandardCharsets.UTF_8))
                .post("/audit/witness/add-checkpoint");
    }

    private static String monitored() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(LogKeyOfTests.ALLY.name().getBytes(StandardCharsets.UTF_8));
            return new String(
                    given().get("/audit/witness/" + HexFormat.of().formatHex(digest) + "/checkpoint")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray(),
                    StandardCharsets.UTF_8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VerifierKey witnessKey() {
        return VerifierKey.parseWitness(given().get("/audit/witness/key").asString());
    }
}
