package org.entente.audit.log;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.entente.tlog.Hash;

/** The statements with which the log is written, all within one transaction that holds the head. */
final class LogTables {

    private final SqlClient transaction;

    LogTables(SqlClient transaction) {
        this.transaction = transaction;
    }

    /** Reads the head and keeps every other writer waiting until the transaction ends. */
    Uni<LogHead> lockHead() {
        return transaction
                .preparedQuery("select size, root, checkpoint from log_head for update")
                .execute()
                .map(rows -> {
                    Row row = rows.iterator().next();
                    Hash root = Hash.of(row.getBuffer("root").getBytes());
                    return new LogHead(row.getLong("size"), root, row.getString("checkpoint"));
                });
    }

    Uni<GrowingTree> edge() {
        return transaction
                .preparedQuery("select level, index, hashes from growing_tile order by level")
                .execute()
                .map(rows -> new GrowingTree(StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> HashTile.of(
                                row.getInteger("level"),
                                row.getLong("index"),
                                row.getBuffer("hashes").getBytes()))
                        .toList()));
    }

    /** Which of these acts stand in the log already. */
    Uni<Set<Act.Key>> known(List<Act> acts) {
        return transaction
                .preparedQuery("select source, event_id from log_entry"
                        + " where (event_id, source) in (select * from unnest($1::text[], $2::text[]))")
                .execute(Tuple.of(texts(acts, Act::id), texts(acts, Act::source)))
                .map(rows -> {
                    Set<Act.Key> known = new HashSet<>();
                    rows.forEach(row -> known.add(new Act.Key(row.getString("source"), row.getString("event_id"))));
                    return known;
                });
    }

    /** Writes entries, tiles and head; the statements go out together, and the transaction fails if one does. */
    Uni<Void> write(long first, List<Entry> entries, Log.Grown grown) {
        return Uni.join()
                .all(
                        insertEntries(first, entries),
                        insertFull(grown.growth().full()),
                        replaceGrowing(grown.growth().growing()),
                        replaceHead(grown.head()))
                .andFailFast()
                .replaceWithVoid();
    }

    Uni<Void> insertHandover(KeyChange change) {
        return execute(
                "insert into log_handover (size, previous, next, note) values ($1, $2, $3, $4)",
                Tuple.of(
                        change.handover().size(),
                        change.previous().toString(),
                        change.handover().next().toString(),
                        change.handover().note().toString()));
    }

    /** Inserts entries at consecutive indexes. */
    private Uni<Void> insertEntries(long first, List<Entry> entries) {
        Tuple columns = Tuple.tuple()
                .addArrayOfLong(
                        LongStream.range(first, first + entries.size()).boxed().toArray(Long[]::new))
                .addArrayOfString(texts(entries, Entry::text))
                .addArrayOfString(texts(entries, entry -> entry.act().source()))
                .addArrayOfString(texts(entries, entry -> entry.act().id()))
                .addArrayOfString(texts(entries, entry -> entry.act().type()))
                .addArrayOfString(texts(entries, entry -> entry.act().subject()))
                .addArrayOfString(texts(entries, entry -> entry.act().partner()))
                .addArrayOfString(texts(entries, Entry::event))
                .addArrayOfString(texts(entries, Entry::salt));
        return execute(
                "insert into log_entry (index, entry, source, event_id, type, subject, partner, event, salt) select * from unnest("
                        + "$1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])",
                columns);
    }

    private Uni<Void> insertFull(List<HashTile> tiles) {
        return tiles.isEmpty()
                ? Uni.createFrom().voidItem()
                : execute("insert into tile (level, index, hashes)" + FROM_TILES, columns(tiles));
    }

    private Uni<Void> replaceGrowing(List<HashTile> tiles) {
        return execute(
                "insert into growing_tile (level, index, hashes)" + FROM_TILES
                        + " on conflict (level) do update set index = excluded.index, hashes = excluded.hashes",
                columns(tiles));
    }

    Uni<Void> replaceHead(LogHead head) {
        return execute(
                "update log_head set size = $1, root = $2, checkpoint = $3",
                Tuple.of(head.size(), Buffer.buffer(head.root().bytes()), head.checkpoint()));
    }

    private static final String FROM_TILES = " select * from unnest($1::integer[], $2::bigint[], $3::bytea[])";

    private static Tuple columns(List<HashTile> tiles) {
        return Tuple.tuple()
                .addArrayOfInteger(tiles.stream().map(HashTile::level).toArray(Integer[]::new))
                .addArrayOfLong(tiles.stream().map(HashTile::index).toArray(Long[]::new))
                .addValue(
                        tiles.stream().map(tile -> Buffer.buffer(tile.bytes())).toArray(Buffer[]::new));
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private Uni<Void> execute(String statement, Tuple parameters) {
        return transaction.preparedQuery(statement).execute(parameters).replaceWithVoid();
    }
}
