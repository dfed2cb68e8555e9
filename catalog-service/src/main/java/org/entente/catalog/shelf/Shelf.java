package org.entente.catalog.shelf;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.catalog.content.InternedLabel;

/** Finds objects on the shelf. */
@ApplicationScoped
public class Shelf {
    private static final String PORTIONS = """
            select wanted.place, p.id, p.label, l.document, p.content
            from unnest($1::uuid[], $2::integer[], $3::integer[], $4::integer[])
                 with ordinality as wanted (asset, version, seq, properties, place)
            join portion p on p.asset = wanted.asset and p.version = wanted.version
                          and p.seq between wanted.seq and wanted.seq + wanted.properties
            join label l on l.id = p.label
            order by wanted.place, p.seq""";
    /** Under the labels that they have now, also while the shelf is not up to date. */
    private static final String NEIGHBOURS = """
            select s.asset, s.object, coalesce(p.label, s.label) as label
            from shelf s left join portion p
                on s.tearline is null and p.asset = s.asset and p.version = s.version and p.seq = s.seq
            where s.asset = any($1) and s.object = any($2) and (p.label is not null or s.tearline is not null)""";

    private static final String TAKE_BACK = """
            with taken as (
                delete from shelf where originator = $1 and object = $2 and label = any($3) and tearline is null
                       and ($4::timestamptz[] is null or object_version = any($4)) returning object_version)
            insert into withdrawn_object select $1, $2, object_version, $5, $6 from taken on conflict do nothing""";

    private final Pool pool;

    Shelf(Pool pool) {
        this.pool = pool;
    }

    /** Another object of the same asset. */
    public record Neighbour(UUID asset, String object, String label) {}

    /** The first so many of a selection, in the order in which they came. */
    public Uni<List<ShelvedObject>> find(Selection selection, int limit) {
        if (selection.within().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        ShelfQuery query = new ShelfQuery(selection, limit);
        return pool.preparedQuery(query.sql()).execute(query.values()).map(Shelf::objects);
    }

    /** The portions of objects that are some, each object's own first. */
    public Uni<List<ShelvedPortion>> portions(List<ShelvedObject> objects) {
        Tuple places = Tuple.tuple()
                .addArrayOfUUID(objects.stream().map(ShelvedObject::asset).toArray(UUID[]::new))
                .addArrayOfInteger(
                        objects.stream().map(ShelvedObject::assetVersion).toArray(Integer[]::new))
                .addArrayOfInteger(objects.stream().map(ShelvedObject::seq).toArray(Integer[]::new))
                .addArrayOfInteger(
                        objects.stream().map(ShelvedObject::properties).toArray(Integer[]::new));
        return pool.preparedQuery(PORTIONS).execute(places).map(rows -> {
            List<ShelvedPortion> portions = new ArrayList<>();
            rows.forEach(row -> portions.add(portion(objects, row)));
            return portions;
        });
    }

    /** Those of the named objects that these assets hold, with their labels, by asset. */
    public Uni<Map<UUID, List<Neighbour>>> neighbours(Collection<UUID> assets, Collection<String> objects) {
        if (objects.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(NEIGHBOURS)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(assets.toArray(UUID[]::new))
                        .addArrayOfString(objects.toArray(String[]::new)))
                .map(rows -> {
                    Map<UUID, List<Neighbour>> found = new HashMap<>();
                    rows.forEach(row -> found.computeIfAbsent(row.getUUID("asset"), asset -> new ArrayList<>())
                            .add(new Neighbour(row.getUUID("asset"), row.getString("object"), row.getString("label"))));
                    return found;
                });
    }

    /**
     * Takes an originator's object off the shelf for good; says how many versions.
     *
     * @param labels under which it stands
     * @param versions only these; empty for all
     */
    public Uni<Integer> takeBack(SqlClient transaction, Mine mine, List<String> labels, List<Instant> versions) {
        Tuple values = Tuple.tuple()
                .addString(mine.originator())
                .addString(mine.object())
                .addArrayOfString(labels.toArray(String[]::new));
        if (versions.isEmpty()) {
            values.addValue(null);
        } else {
            values.addArrayOfOffsetDateTime(
                    versions.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new));
        }
        values.addOffsetDateTime(Instant.now().atOffset(ZoneOffset.UTC)).addString(mine.actor());
        return transaction.preparedQuery(TAKE_BACK).execute(values).map(RowSet::rowCount);
    }

    /** An object of an originator, and who acts for it. */
    public record Mine(String originator, String object, String actor) {}

    private static ShelvedPortion portion(List<ShelvedObject> objects, Row row) {
        return new ShelvedPortion(
                objects.get(row.getLong("place").intValue() - 1),
                row.getString("id"),
                new InternedLabel(row.getString("label"), row.getString("document")),
                row.getBuffer("content").getBytes());
    }

    private static List<ShelvedObject> objects(RowSet<Row> rows) {
        List<ShelvedObject> objects = new ArrayList<>(rows.size());
        rows.forEach(row -> objects.add(ShelvedObject.of(row)));
        return objects;
    }
}
