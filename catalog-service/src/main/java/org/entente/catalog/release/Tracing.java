package org.entente.catalog.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.KeyUse;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.content.WrappedKey;
import org.entente.catalog.watermark.Comparison;
import org.entente.catalog.watermark.Comparison.Agreement;
import org.entente.catalog.watermark.MarkKey;

/** Compares a copy with every release there is, some at a time. */
@ApplicationScoped
class Tracing {
    private static final int AT_ONCE = 2_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String MARKS = "select id, copy_number, wrapper, mark, mark_wrapped_with from release"
            + " where id > $1 order by id limit $2";
    private static final String NAMED = "select " + KeptRelease.COLUMNS + " from release where id = any($1)";

    private static final String READINGS =
            "select room, id, partner, person, name, entered from data_room_session where copy_number = any($1)";

    private final Pool pool;
    private final KeyProvider keys;
    private final ObjectMapper json;

    Tracing(Pool pool, KeyProvider keys, ObjectMapper json) {
        this.pool = pool;
        this.keys = keys;
        this.json = json;
    }

    /** What to look for in the marks of releases. */
    private record Sought(Copy copy, Comparison comparison, Set<String> numbers, Set<UUID> wrappers) {}

    /** Which releases the copy came from. */
    Uni<Trace> trace(Copy copy) {
        Suspicions suspicions = new Suspicions();
        return OffEventLoop.run(() -> new Sought(copy, copy.comparison(json), copy.numbers(), copy.wrappers()))
                .chain(sought -> compare(sought, FIRST, suspicions).chain(() -> named(sought, suspicions)));
    }

    private Uni<Void> compare(Sought sought, UUID after, Suspicions suspicions) {
        return pool.preparedQuery(MARKS)
                .execute(Tuple.of(after, AT_ONCE))
                .chain(rows -> OffEventLoop.run(() -> compare(sought, rows, suspicions)))
                .chain(last -> last.equals(FIRST) ? Uni.createFrom().voidItem() : compare(sought, last, suspicions));
    }

    /** The last that was compared; the first of all where there is none left. */
    private UUID compare(Sought sought, RowSet<Row> rows, Suspicions suspicions) {
        UUID last = FIRST;
        for (Row row : rows) {
            last = row.getUUID("id");
            List<Trace.Evidence> evidence = new ArrayList<>();
            if (sought.numbers().contains(row.getString("copy_number"))) {
                evidence.add(Suspicions.exact("copy-number"));
            }
            if (sought.wrappers().contains(row.getUUID("wrapper"))) {
                evidence.add(Suspicions.exact("wrapper"));
            }
            if (sought.comparison().channels() > 0) {
                List<Agreement> agreements = sought.comparison().with(key(row));
                agreements.forEach(agreement -> evidence.add(Trace.Evidence.of(agreement)));
            }
            suspicions.add(last, evidence);
        }
        return last;
    }

    private MarkKey key(Row row) {
        WrappedKey wrapped = new WrappedKey(
                row.getString("mark_wrapped_with"), row.getBuffer("mark").getBytes());
        return new MarkKey(keys.unwrap(wrapped, KeyUse.RELEASE_MARK.binding(row.getUUID("id"))));
    }

    private Uni<Trace> named(Sought sought, Suspicions suspicions) {
        List<Suspicions.Suspicion> founded = suspicions.founded();
        UUID[] ids = founded.stream().map(Suspicions.Suspicion::release).toArray(UUID[]::new);
        return readings(sought).chain(readings -> pool.preparedQuery(NAMED)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .map(rows -> {
                    Map<UUID, Release> releases = new HashMap<>();
                    rows.forEach(row -> releases.put(
                            row.getUUID("id"), KeptRelease.of(row, json).release()));
                    return new Trace(
                            sought.copy().sha256(),
                            suspicions.compared(),
                            founded.stream()
                                    .map(suspicion -> suspicion.named(releases.get(suspicion.release())))
                                    .toList(),
                            readings);
                }));
    }

    private Uni<List<Trace.Reading>> readings(Sought sought) {
        return pool.preparedQuery(READINGS)
                .execute(Tuple.tuple().addArrayOfString(sought.numbers().toArray(String[]::new)))
                .map(rows -> {
                    List<Trace.Reading> readings = new ArrayList<>();
                    rows.forEach(row -> readings.add(new Trace.Reading(
                            row.getUUID("room"),
                            row.getUUID("id"),
                            row.getString("partner"),
                            row.getString("person"),
                            row.getString("name"),
                            row.getOffsetDateTime("entered").toInstant())));
                    return readings;
                });
    }
}
