package org.entente.audit.investigation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.entente.audit.log.PublishedLog;
import org.entente.http.Problem;

/** Freezes entries of the log: event, salt, entry and proof against the checkpoint of that moment, which verify without this service. */
@ApplicationScoped
class Evidence {

    private static final String FIND =
            "select e.index, e.event_id, e.event, e.salt, e.entry, coalesce(h.at, e.recorded) as at"
                    + " from log_entry e left join history h on h.index = e.index where e.index = any($2) and e.event is not null"
                    + " and not exists (select from evidence v where v.investigation = $1 and v.index = e.index) order by e.index";
    private static final String INSERT = "insert into evidence"
            + " (investigation, index, at, added_by, event_id, event, salt, entry, proof)"
            + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing";
    // Nothing is erased between reading and writing: the copy would outlive it.
    private static final String NO_ERASURE = "select pg_advisory_xact_lock_shared(hashtext('entente.retention'))";

    private final PublishedLog log;
    private final InvestigationConfig config;

    Evidence(PublishedLog log, InvestigationConfig config) {
        this.log = log;
        this.config = config;
    }

    /** Adds what is not there yet; answers how many entries are new. A case has only so many: then a 422 problem. */
    Uni<Integer> freeze(SqlClient transaction, UUID investigation, List<Long> indexes, String by) {
        return transaction
                .query(NO_ERASURE)
                .execute()
                .chain(() -> count(transaction, investigation))
                .chain(there -> transaction
                        .preparedQuery(FIND)
                        .execute(Tuple.of(investigation, indexes.toArray(Long[]::new)))
                        .invoke(rows -> requireRoom(there + rows.size())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .call(rows -> insertAll(transaction, investigation, rows, by))
                .map(List::size);
    }

    private Uni<Void> insertAll(SqlClient transaction, UUID investigation, List<Row> rows, String by) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(
                        row -> log.prove(row.getLong("index")).chain(proof -> transaction
                                .preparedQuery(INSERT)
                                .execute(Tuple.tuple()
                                        .addUUID(investigation)
                                        .addLong(row.getLong("index"))
                                        .addOffsetDateTime(row.getOffsetDateTime("at"))
                                        .addString(by)
                                        .addString(row.getString("event_id"))
                                        .addString(row.getString("event"))
                                        .addString(row.getString("salt"))
                                        .addString(row.getString("entry"))
                                        .addString(proof.toString()))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Long> count(SqlClient transaction, UUID investigation) {
        return transaction
                .preparedQuery("select count(*) as entries from evidence where investigation = $1")
                .execute(Tuple.of(investigation))
                .map(rows -> rows.iterator().next().getLong("entries"));
    }

    private void requireRoom(long entries) {
        if (entries > config.mostEvidence()) {
            throw Problem.unprocessable(
                    "/query", "finds more than a case holds, " + config.mostEvidence() + " entries");
        }
    }
}
