package org.entente.audit.investigation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads everything that belongs to a case. */
@ApplicationScoped
class CaseFile {

    Uni<CaseView> read(SqlClient transaction, Case about) {
        Instant now = Instant.now();
        Reading reading = new Reading(transaction, Tuple.of(about.id()));
        return Uni.combine()
                .all()
                .unis(
                        reading.rows(
                                "select anomaly, kind from investigation_anomaly where investigation = $1 order by anomaly",
                                row -> new CaseView.Anomaly(row.getUUID("anomaly"), row.getString("kind"))),
                        reading.rows(
                                "select * from remedy where investigation = $1 order by due, id",
                                row -> remedy(row, now)),
                        reading.rows(
                                "select * from sanction where investigation = $1 order by index", CaseFile::sanction),
                        reading.rows(
                                "select * from notification where investigation = $1 order by party",
                                row -> notification(row, now)),
                        reading.rows("select * from statement where investigation = $1", CaseFile::statement),
                        reading.rows(
                                "select * from investigation_act where investigation = $1 order by version desc limit 1000",
                                CaseFile::act),
                        reading.rows(
                                "select count(*) as entries from evidence where investigation = $1",
                                row -> row.getLong("entries")))
                .with((anomalies, remedies, sanctions, notifications, statements, acts, entries) -> new CaseView(
                        CaseView.Line.of(about, now),
                        cast(anomalies),
                        about.proposal(),
                        breach(about),
                        cast(remedies),
                        cast(sanctions),
                        cast(notifications),
                        CaseFile.<CaseView.Statement>cast(statements).stream()
                                .findFirst()
                                .orElse(null),
                        cast(acts),
                        CaseFile.<Long>cast(entries).get(0)));
    }

    /** Several questions about one case. */
    private record Reading(SqlClient transaction, Tuple id) {

        <T> Uni<List<T>> rows(String query, Function<Row, T> reader) {
            return transaction.preparedQuery(query).execute(id).map(rows -> StreamSupport.stream(
                            rows.spliterator(), false)
                    .map(reader)
                    .toList());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> cast(List<?> list) {
        return (List<T>) list;
    }

    private static CaseView.@Nullable Breach breach(Case about) {
        Case.Breach breach = about.breach();
        return breach == null ? null : new CaseView.Breach(breach.severity(), breach.agreement(), breach.publicOwed());
    }

    private static CaseView.Remedy remedy(Row row, Instant now) {
        Instant due = row.getOffsetDateTime("due").toInstant();
        Instant done = instant(row, "done");
        return new CaseView.Remedy(
                row.getUUID("id"),
                row.getString("what"),
                row.getString("owner"),
                due,
                done == null && now.isAfter(due),
                done,
                row.getString("done_by"),
                row.getString("outcome"));
    }

    private static CaseView.Sanction sanction(Row row) {
        return new CaseView.Sanction(
                row.getLong("index"),
                row.getString("agreement"),
                row.getString("partner"),
                row.getString("step"),
                row.getString("until"),
                row.getOffsetDateTime("at").toInstant());
    }

    private static CaseView.Notification notification(Row row, Instant now) {
        Instant due = row.getOffsetDateTime("due").toInstant();
        Instant sent = instant(row, "sent");
        return new CaseView.Notification(
                row.getUUID("id"),
                row.getString("party"),
                due,
                sent == null && now.isAfter(due),
                row.getString("text"),
                sent,
                instant(row, "acknowledged"),
                row.getString("acknowledged_by"));
    }

    private static CaseView.Statement statement(Row row) {
        return new CaseView.Statement(
                row.getString("text"),
                row.getString("drafted_by"),
                row.getOffsetDateTime("drafted").toInstant(),
                instant(row, "published"));
    }

    private static CaseView.Done act(Row row) {
        return new CaseView.Done(
                row.getInteger("version"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("name"),
                row.getString("move"),
                row.getString("detail"));
    }

    static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
