package org.entente.audit.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.entente.audit.ServiceTest;
import org.entente.tlog.ConsistencyProof;
import org.entente.tlog.EntryBundle;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.Tile;
import org.entente.tlog.TileHashes;
import org.entente.tlog.Verdict;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogResourceTest extends GrowingLogTest {

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
            start.check(keys);
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
    void everyEntryIsAsTheServedSchemaSays() throws Exception {
        // given
        grow(3);

        // when
        JsonNode schema = json.readTree(given().get("/audit/log/schema")
                .then()
                .statusCode(200)
                .contentType(containsString("json"))
                .extract()
                .asByteArray());

        // then
        byte[] bundle =
                tile(Tile.inTree(Tile.ENTRIES, 0, checkpoint().checkpoint().size()));
        for (byte[] bytes : EntryBundle.parse(bundle).entries()) {
            JsonNode entry = json.readTree(bytes);
            JsonNode format = formatOf(entry, schema);
            assertThat(entry.fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(
                            format.path("properties").properties().stream().map(Map.Entry::getKey)::iterator);
            assertThat(entry.path("commitment").asText())
                    .matches(format.at("/properties/commitment/pattern").asText());
        }
    }

    private static JsonNode formatOf(JsonNode entry, JsonNode schema) {
        for (JsonNode format : schema.path("oneOf")) {
            if (format.at("/properties/format/const").equals(entry.path("format"))) {
                return format;
            }
        }
        throw new AssertionError("of no format that the schema knows: " + entry);
    }

    @Test
    void anEventIsAppendedOnceAlsoWithinABatch() {
        Entry entry = entry();
        Entry again = Entry.seal(entry.act(), entry.event(), new Entry.Salts(1, random));
        long before = checkpoint().checkpoint().size();

        int first = log.append(List.of(entry, again)).await().atMost(PATIENCE);
        int second = log.append(List.of(again, entry)).await().atMost(PATIENCE);

        assertThat(first).isEqualTo(1);
        assertThat(second).isZero();
        assertThat(checkpoint().checkpoint().size()).isEqualTo(before + 1);
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
}
