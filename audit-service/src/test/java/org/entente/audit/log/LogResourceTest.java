package org.entente.audit.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.entente.audit.ServiceTest;
import org.entente.embedded.testing.EmbeddedServers;
import org.entente.tlog.ConsistencyProof;
import org.entente.tlog.EntryBundle;
import org.entente.tlog.Reason;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.Tile;
import org.entente.tlog.TileHashes;
import org.entente.tlog.Verdict;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogResourceTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Log log;

    @Inject
    LogStart start;

    private final SecureRandom random = new SecureRandom();

    @Test
    void atEverySizeTheTilesLeadToTheSignedRootAndTheLogHasOnlyGrown() {
        SignedCheckpoint before = checkpoint();
        for (long size : sizesAroundTiles(before.checkpoint().size())) {
            grow(size - before.checkpoint().size());

            SignedCheckpoint now = checkpoint();

            assertThat(now.checkpoint().size()).isEqualTo(size);
            assertThat(now.verify(key())).isEqualTo(Verdict.verified());
            assertThat(audit(size).verify(now.checkpoint())).isEqualTo(Verdict.verified());
            assertThat(growth(before, now)).isEqualTo(Verdict.verified());
            start.check(null);
            before = now;
        }
    }

    @Test
    void tilesNeverChangeAndKeepEveryWidthTheyHad() {
        grow(700);
        byte[] hashes = tile(new Tile(0, 0, Tile.FULL));
        List<byte[]> entries =
                EntryBundle.parse(tile(Tile.entries(0, Tile.FULL))).entries();
        for (int width : List.of(1, 2, 100, 255)) {
            assertThat(hashes).startsWith(tile(new Tile(0, 0, width)));
            assertThat(EntryBundle.parse(tile(Tile.entries(0, width))).entries())
                    .containsExactlyElementsOf(entries.subList(0, width));
        }
        given().get("/audit/log/tile/0/000")
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Cache-Control", containsString("immutable"));
    }

    @Test
    void whatIsNotThereYetAndWhatIsNoAddressIsNotFound() {
        grow(300);
        long size = checkpoint().checkpoint().size();
        long last = size / Tile.FULL;
        for (String address : List.of(
                new Tile(0, last, Tile.FULL).path(),
                new Tile(0, last, (int) (size % Tile.FULL) + 1).path(),
                Tile.entries(last, Tile.FULL).path(),
                Tile.entries(last, (int) (size % Tile.FULL) + 1).path(),
                new Tile(0, last + 1, 1).path(),
                new Tile(9, 0, 1).path(),
                Tile.entries(999_999_999_999_999_999L, 1).path(),
                "tile/0/0",
                "tile/64/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/entries",
                "tile/-1/000",
                "nothing")) {
            given().get("/audit/log/" + address)
                    .then()
                    .statusCode(404)
                    .body("detail", equalTo("There is no such resource."));
        }
    }

    @Test
    void theCheckpointIsPlainTextAndNeverStale() {
        given().get("/audit/log/checkpoint")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/plain;charset=utf-8"))
                .header("Cache-Control", "no-cache");
        assertThat(key().name()).isEqualTo("localhost:8443/audit/log");
    }

    @Test
    void entriesGiveNothingAwayAndAreAllOfOneLength() {
        grow(3);
        byte[] bundle =
                tile(Tile.inTree(Tile.ENTRIES, 0, checkpoint().checkpoint().size()));
        for (byte[] entry : EntryBundle.parse(bundle).entries()) {
            assertThat(new String(entry))
                    .matches("\\{\"commitment\":\"[A-Za-z0-9+/]{43}=\",\"format\":\"entente-entry/1\"}");
        }
    }

    @Test
    void anyChangedByteIsFoundByTheAuditAndAtTheGrowingEndByTheNextStart() throws SQLException {
        grow(600);
        long last = checkpoint().checkpoint().size() - 1;
        String flip = " set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 4) where ";
        String swap = "update log_entry set entry = replace(entry, 'entry/1', 'entry/2') where index = ";
        String swapBack = "update log_entry set entry = replace(entry, 'entry/2', 'entry/1') where index = ";

        assertFound(
                "update tile" + flip + "level = 0 and index = 1",
                "update tile" + flip + "level = 0 and index = 1",
                false);
        assertFound(swap + 7, swapBack + 7, false);
        assertFound(swap + last, swapBack + last, true);
        assertFound("update growing_tile" + flip + "level = 1", "update growing_tile" + flip + "level = 1", true);
    }

    @Test
    void nothingIsAppendedToDamagedTiles() throws SQLException {
        grow(600);
        SignedCheckpoint before = checkpoint();
        String flip = "update growing_tile set hashes = set_byte(hashes, 5, get_byte(hashes, 5) # 1) where level = 1";

        tamper(flip);
        assertThatThrownBy(() -> grow(1)).hasMessageContaining("damaged");
        tamper(flip);

        assertThat(checkpoint()).hasToString(before.toString());
        grow(1);
    }

    @Test
    void theServiceItselfMayNotChangeWhatIsWritten() throws SQLException {
        grow(1);
        for (String statement : List.of(
                "update log_entry set entry = entry",
                "delete from log_entry",
                "truncate log_entry",
                "update tile set hashes = hashes",
                "delete from tile",
                "delete from growing_tile",
                "delete from log_head",
                "insert into log_head (id, size, root) select 2, size, root from log_head",
                "update log_head set id = 1",
                "alter table log_entry disable trigger all",
                "drop table tile")) {
            assertThatThrownBy(() -> execute(asService(), statement))
                    .as(statement)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void anEventIsAppendedOnceAlsoWithinABatch() {
        Entry entry = entry();
        Entry again = Entry.seal(entry.act(), entry.event(), random);
        long before = checkpoint().checkpoint().size();

        int first = log.append(List.of(entry, again)).await().atMost(PATIENCE);
        int second = log.append(List.of(again, entry)).await().atMost(PATIENCE);

        assertThat(first).isEqualTo(1);
        assertThat(second).isZero();
        assertThat(checkpoint().checkpoint().size()).isEqualTo(before + 1);
    }

    private void assertFound(String damage, String repair, boolean alsoAtStart) throws SQLException {
        SignedCheckpoint signed = checkpoint();
        long size = signed.checkpoint().size();

        tamper(damage);
        Verdict damaged = audit(size).verify(signed.checkpoint());
        Throwable refusal = refusalAtStart();
        tamper(repair);

        assertThat(damaged).as(damage).isEqualTo(Verdict.refused(Reason.TILE_DIFFERS));
        assertThat(refusal != null).as(damage).isEqualTo(alsoAtStart);
        assertThat(audit(size).verify(signed.checkpoint())).isEqualTo(Verdict.verified());
    }

    private Throwable refusalAtStart() {
        try {
            start.check(null);
            return null;
        } catch (IllegalStateException e) {
            return e;
        }
    }

    private static Verdict growth(SignedCheckpoint before, SignedCheckpoint now) {
        long size = now.checkpoint().size();
        return ConsistencyProof.of(
                        new TileHashes(size, ServiceTest::tile),
                        before.checkpoint().size(),
                        size)
                .verify(before.checkpoint().root(), now.checkpoint().root());
    }

    private static long[] sizesAroundTiles(long size) {
        long full = (size / Tile.FULL + 1) * Tile.FULL;
        return LongStream.of(size + 1, full - 1, full, full + 1, full + 344)
                .distinct()
                .sorted()
                .toArray();
    }

    private void grow(long count) {
        List<Entry> entries = LongStream.range(0, count).mapToObj(i -> entry()).toList();
        log.append(entries).await().atMost(PATIENCE);
    }

    private Entry entry() {
        String id = UUID.randomUUID().toString();
        Act act = new Act("/access", id, "org.entente.test.v1", id, Instant.now(), null);
        return Entry.seal(act, "{\"id\":\"" + id + "\"}", random);
    }

    private static void tamper(String statement) throws SQLException {
        execute(EmbeddedServers.superuser("audit"), statement);
    }

    private static Connection asService() throws SQLException {
        return DriverManager.getConnection(config("jdbc.url"), config("username"), config("password"));
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (connection;
                Statement execution = connection.createStatement()) {
            execution.executeUpdate(statement);
        }
    }
}
