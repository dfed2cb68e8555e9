package org.entente.catalog.shelf;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Writes the shelf. What has not changed stays where it is; what has comes anew, so that whoever polls gets it. */
@ApplicationScoped
class ShelfRows {
    private static final String NOW = """
            with now as (
                select * from unnest($2::uuid[], $3::integer[], $4::integer[], $5::integer[], $6::text[], $7::text[],
                    $8::timestamptz[], $9::text[], $10::text[], $11::text[], $12::uuid[]) with ordinality
                as n (asset, version, seq, properties, portion, object, object_version, originator, label, marking,
                      tearline, place))
            """;
    private static final String DELETE = NOW + """
            delete from shelf s where s.asset = any($1) and not exists (
                select from now n where n.asset = s.asset and n.portion = s.portion
                       and n.object_version = s.object_version and n.marking = s.marking)""";
    private static final String MOVE = NOW + """
            update shelf s set version = n.version, seq = n.seq, properties = n.properties
            from now n where n.asset = s.asset and n.portion = s.portion and $1::uuid[] is not null""";
    /** Microseconds after one another, and after everything before them. */
    private static final String INSERT = NOW + """
            , start as (
                select greatest(clock_timestamp(), (select max(added) from shelf) + interval '1 microsecond') as at)
            insert into shelf (added, asset, version, seq, properties, portion, object, type, object_version, originator,
                               label, marking, tearline, first_hand)
            select start.at + n.place * interval '1 microsecond', n.asset, n.version, n.seq, n.properties, n.portion,
                   n.object, split_part(n.object, '--', 1), n.object_version, n.originator, n.label, n.marking, n.tearline,
                   n.object_version = 'epoch' or not exists (
                       select from shelf e where e.object = n.object and e.originator <> n.originator)
            from now n cross join start
            where $1::uuid[] is not null
              and not exists (select from shelf s where s.asset = n.asset and s.portion = n.portion)
              and not exists (
                  select from withdrawn_object w where w.originator = n.originator and w.object = n.object
                         and w.object_version = n.object_version)""";

    ShelfRows() {}

    /** Makes these the objects of the assets. */
    Uni<Void> replace(SqlConnection transaction, List<UUID> assets, List<ObjectPlace> objects) {
        Tuple values = values(assets, objects);
        return transaction
                .preparedQuery(DELETE)
                .execute(values)
                .chain(() -> transaction.preparedQuery(MOVE).execute(values))
                .chain(() -> transaction.preparedQuery(INSERT).execute(values))
                .replaceWithVoid();
    }

    private static Tuple values(List<UUID> assets, List<ObjectPlace> objects) {
        return Tuple.tuple()
                .addArrayOfUUID(assets.toArray(UUID[]::new))
                .addArrayOfUUID(array(objects, ObjectPlace::asset, UUID[]::new))
                .addArrayOfInteger(array(objects, ObjectPlace::version, Integer[]::new))
                .addArrayOfInteger(array(objects, ObjectPlace::seq, Integer[]::new))
                .addArrayOfInteger(array(objects, ObjectPlace::properties, Integer[]::new))
                .addArrayOfString(array(objects, ObjectPlace::portion, String[]::new))
                .addArrayOfString(array(objects, ObjectPlace::object, String[]::new))
                .addArrayOfOffsetDateTime(
                        array(objects, one -> one.state().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addArrayOfString(array(objects, ObjectPlace::originator, String[]::new))
                .addArrayOfString(array(objects, ObjectPlace::label, String[]::new))
                .addArrayOfString(array(objects, ObjectPlace::marking, String[]::new))
                .addArrayOfUUID(array(objects, ObjectPlace::tearline, UUID[]::new));
    }

    private static <T> T[] array(
            List<ObjectPlace> objects, Function<ObjectPlace, @Nullable T> part, IntFunction<T[]> make) {
        return objects.stream().map(part).toArray(make);
    }
}
