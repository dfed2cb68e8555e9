package org.entente.catalog.asset;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.entente.catalog.asset.StoredAsset.Mark;

/** Finds assets by the tokens of words. How long that takes depends on what has these tokens, and on nothing else. */
@ApplicationScoped
public class Matches {
    private static final String PAGE = """
            with hits as (
                select p.asset from unnest($3::text[], $4::integer[], $7::boolean[]) as wanted (token, word, anywhere)
                join (select token, asset from search_posting
                      union all select token, asset from tearline_posting) p
                    on p.token = decode(wanted.token, 'base64') and (wanted.anywhere or p.asset = any($8::uuid[]))
                group by p.asset having count(distinct wanted.word) = $5)
            select l.asset from hits join listed_asset l using (asset)
            where (l.registered, l.asset) < ($1, $2) order by l.registered desc, l.asset desc limit $6""";
    private static final String PLACES = """
            select p.asset, wanted.number, p.seq
            from unnest($2::text[]) with ordinality as wanted (token, number)
            join (select token, asset, seq from search_posting
                  union all select token, asset, 2147483647 from tearline_posting) p
                on p.token = decode(wanted.token, 'base64') and p.asset = any($1)""";
    private static final String MARKS = """
            select seq, id, label from portion where asset = $1 and version = $2 and seq = any($3::integer[])""";

    private static final String OBJECTS =
            "select id, label from portion where asset = $1 and version = $2 and id = any($3::text[])";

    private final Pool pool;
    private final StoredAssets assets;

    Matches(Pool pool, StoredAssets assets) {
        this.pool = pool;
        this.assets = assets;
    }

    /**
     * A word under a label, as it is looked for.
     *
     * @param word its number in the query
     * @param anywhere whether in every asset, or only in those that are named
     */
    public record Wanted(String token, int word, String label, boolean anywhere) {}

    /**
     * Where an asset has a word.
     *
     * @param seq the number of the portion, or that which stands for the title or for a tearline
     */
    public record Match(Wanted wanted, int seq) {}

    /**
     * Where a page of matches begins and ends.
     *
     * @param before they come after the one registered at this instant with this identifier
     * @param words how many have to be found in each
     */
    public record Range(Instant before, UUID beforeId, int words, int limit) {}

    /** Assets that have each of so many words under one of the labels, newest first. */
    public Uni<List<ListedAsset>> page(Range range, List<Wanted> wanted, Collection<UUID> named) {
        Tuple place = Tuple.tuple()
                .addOffsetDateTime(range.before().atOffset(ZoneOffset.UTC))
                .addUUID(range.beforeId())
                .addArrayOfString(tokens(wanted))
                .addArrayOfInteger(wanted.stream().map(Wanted::word).toArray(Integer[]::new))
                .addInteger(range.words())
                .addInteger(range.limit())
                .addArrayOfBoolean(wanted.stream().map(Wanted::anywhere).toArray(Boolean[]::new))
                .addArrayOfUUID(named.toArray(UUID[]::new));
        return pool.preparedQuery(PAGE).execute(place).map(Matches::ids).chain(assets::listed);
    }

    /** Where these assets have the words, by asset. */
    public Uni<Map<UUID, List<Match>>> of(List<UUID> ids, List<Wanted> wanted) {
        return pool.preparedQuery(PLACES)
                .execute(Tuple.of(ids.toArray(UUID[]::new), tokens(wanted)))
                .map(rows -> {
                    Map<UUID, List<Match>> matches = new HashMap<>();
                    rows.forEach(row -> matches.computeIfAbsent(row.getUUID("asset"), absent -> new ArrayList<>())
                            .add(new Match(wanted.get(row.getLong("number").intValue() - 1), row.getInteger("seq"))));
                    return matches;
                });
    }

    /** Some portions of an asset, by number. */
    public Uni<Map<Integer, Mark>> marks(StoredAsset asset, List<Integer> numbers) {
        return pool.preparedQuery(MARKS)
                .execute(Tuple.of(asset.id(), asset.version(), numbers.toArray(Integer[]::new)))
                .map(rows -> {
                    Map<Integer, Mark> marks = new HashMap<>();
                    rows.forEach(row -> marks.put(
                            row.getInteger("seq"),
                            new Mark(row.getInteger("seq"), row.getString("id"), row.getString("label"))));
                    return marks;
                });
    }

    /** Under which label, by its identifier, each of these portions stands that the asset has. */
    public Uni<Map<String, String>> objects(StoredAsset asset, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(OBJECTS)
                .execute(Tuple.of(asset.id(), asset.version(), ids.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, String> labels = new HashMap<>();
                    rows.forEach(row -> labels.put(row.getString("id"), row.getString("label")));
                    return labels;
                });
    }

    private static String[] tokens(List<Wanted> wanted) {
        return wanted.stream().map(Wanted::token).toArray(String[]::new);
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("asset"))
                .toList();
    }
}
