package org.entente.audit.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.entente.tlog.ConsistencyProof;
import org.entente.tlog.EntryBundle;
import org.entente.tlog.Hash;
import org.entente.tlog.HashReader;
import org.entente.tlog.InclusionProof;
import org.entente.tlog.LogProof;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.Tile;
import org.entente.tlog.TileHashes;

/** The log as anyone may read it. */
@ApplicationScoped
public class PublishedLog {

    // Both tables in one statement, hence one snapshot: a tile that has just become full is missed by neither.
    private static final String TILES = "select level, index, hashes from tile"
            + " where (level, index) in (select * from unnest($1::integer[], $2::bigint[]))"
            + " union all select level, index, hashes from growing_tile"
            + " where (level, index) in (select * from unnest($1::integer[], $2::bigint[]))";
    // The newest that the quorum has cosigned and that holds the entry; until there is one, the newest.
    private static final String FOR_PROOF = "select coalesce("
            + "(select checkpoint from cosigned_checkpoint where met and size > $1 order by size desc limit 1), checkpoint)"
            + " as checkpoint from log_head";

    private final Pool pool;

    PublishedLog(Pool pool) {
        this.pool = pool;
    }

    /** The newest signed checkpoint, as text, with the cosignatures that it has so far. */
    Uni<String> checkpoint() {
        return pool.preparedQuery("select coalesce(cosigned.checkpoint, head.checkpoint) as checkpoint"
                        + " from log_head head left join cosigned_checkpoint cosigned on cosigned.size = head.size")
                .execute()
                .map(rows -> rows.iterator().next().getString("checkpoint"));
    }

    /** The newest checkpoint whose cosignatures satisfy the quorum, as text; empty if there is none. */
    Uni<Optional<String>> witnessed() {
        return pool.preparedQuery("select checkpoint from cosigned_checkpoint where met order by size desc limit 1")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("checkpoint"))
                        .findFirst());
    }

    /** The newest checkpoint, as the log itself signed it. */
    public Uni<SignedCheckpoint> head() {
        return pool.preparedQuery("select checkpoint from log_head")
                .execute()
                .map(rows -> SignedCheckpoint.parse(rows.iterator().next().getString("checkpoint")));
    }

    Uni<Long> size() {
        return pool.preparedQuery("select size from log_head")
                .execute()
                .map(rows -> rows.iterator().next().getLong("size"));
    }

    /** The bytes of a tile of hashes or of an entry bundle; empty if the log is not that large (yet). */
    Uni<Optional<byte[]>> read(Tile tile) {
        return tile.level() == Tile.ENTRIES
                ? bundle(tile)
                : tiles(Set.of(tile)).map(tiles -> Optional.ofNullable(tiles.get(tile)));
    }

    /** The proof that the entry at {@code index} is in a tree that enough witnesses have seen, or else in the newest one. */
    public Uni<LogProof> prove(long index) {
        return pool.preparedQuery(FOR_PROOF).execute(Tuple.of(index)).chain(rows -> {
            SignedCheckpoint signed =
                    SignedCheckpoint.parse(rows.iterator().next().getString("checkpoint"));
            long size = signed.checkpoint().size();
            return reading(size, hashes -> InclusionProof.of(hashes, index, size))
                    .map(inclusion -> LogProof.of(inclusion, signed));
        });
    }

    /** How the tree of the newer size grew out of that of the older one; the log must be as large. */
    public Uni<ConsistencyProof> growth(long oldSize, long newSize) {
        return reading(newSize, hashes -> ConsistencyProof.of(hashes, oldSize, newSize));
    }

    /** The root that the stored tiles lead to at a size that the log has reached. */
    Uni<Hash> root(long size) {
        return reading(size, hashes -> hashes.root(size));
    }

    /** Computes something of the tree of this size; what tiles it needs is asked first, and then fetched in one statement. */
    private <T> Uni<T> reading(long size, Function<HashReader, T> computation) {
        AtomicReference<T> ignored = new AtomicReference<>();
        Set<Tile> needed = TileHashes.needed(size, hashes -> ignored.set(computation.apply(hashes)));
        return tiles(needed)
                .map(tiles -> computation.apply(new TileHashes(size, tile -> tiles.getOrDefault(tile, new byte[0]))));
    }

    /** Of these tiles those that are there, each as wide as asked for: what a tile holds only ever grows at its end. */
    private Uni<Map<Tile, byte[]>> tiles(Set<Tile> wanted) {
        Tuple addresses = Tuple.of(
                wanted.stream().map(Tile::level).toArray(Integer[]::new),
                wanted.stream().map(Tile::index).toArray(Long[]::new));
        return pool.preparedQuery(TILES).execute(addresses).map(rows -> {
            Map<Tile, byte[]> tiles = new HashMap<>();
            rows.forEach(row -> {
                byte[] hashes = row.getBuffer("hashes").getBytes();
                wanted.stream()
                        .filter(tile -> tile.level() == row.getInteger("level") && tile.index() == row.getLong("index"))
                        .filter(tile -> tile.width() * Hash.LENGTH <= hashes.length)
                        .forEach(tile -> tiles.put(tile, Arrays.copyOf(hashes, tile.width() * Hash.LENGTH)));
            });
            return tiles;
        });
    }

    private Uni<Optional<byte[]>> bundle(Tile tile) {
        if (tile.index() > Long.MAX_VALUE / Tile.FULL - 1) {
            return Uni.createFrom().item(Optional.empty());
        }
        long first = tile.index() * Tile.FULL;
        return pool.preparedQuery("select entry from log_entry where index >= $1 and index < $2 order by index")
                .execute(Tuple.of(first, first + tile.width()))
                .map(PublishedLog::entries)
                .map(entries -> entries.size() == tile.width()
                        ? Optional.of(new EntryBundle(entries).bytes())
                        : Optional.empty());
    }

    private static List<byte[]> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("entry").getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
