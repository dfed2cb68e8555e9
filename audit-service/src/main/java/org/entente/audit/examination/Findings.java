package org.entente.audit.examination;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All findings of an examination. */
@RegisterForReflection
record Findings(List<Finding> findings) {

    static final String COLUMNS = "id, title, state, version, due, remedied_by";
    private static final String ACTS = "select finding, at, name, move, text from examination_finding_act"
            + " where finding in (select id from examination_finding where examination = $1) order by finding, version";

    /** A finding with all that was said about it; overdue when it is not put right by then. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Finding(
            UUID id,
            String title,
            FindingState state,
            int version,
            @Nullable Instant due,
            boolean overdue,
            List<Act> acts) {

        private static Finding of(Row row, List<Row> acts) {
            UUID id = row.getUUID("id");
            FindingState state = FindingState.of(row.getString("state"));
            Optional<Instant> due =
                    Optional.ofNullable(row.getOffsetDateTime("due")).map(OffsetDateTime::toInstant);
            boolean isOpen =
                    state != FindingState.CLOSED && state != FindingState.WITHDRAWN && state != FindingState.REMEDIED;
            return new Finding(
                    id,
                    row.getString("title"),
                    state,
                    row.getInteger("version"),
                    due.orElse(null),
                    isOpen && due.filter(Instant.now()::isAfter).isPresent(),
                    acts.stream()
                            .filter(act -> act.getUUID("finding").equals(id))
                            .map(act -> new Act(
                                    act.getOffsetDateTime("at").toInstant(),
                                    act.getString("name"),
                                    act.getString("move"),
                                    act.getString("text")))
                            .toList());
        }
    }

    /** Who said what. */
    @RegisterForReflection
    record Act(Instant at, String by, String move, String text) {}

    static Uni<Findings> of(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(ACTS).execute(Tuple.of(id)).chain(acts -> transaction
                .preparedQuery(
                        "select " + COLUMNS + " from examination_finding where examination = $1 order by title, id")
                .execute(Tuple.of(id))
                .map(rows -> new Findings(StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Finding.of(
                                row,
                                StreamSupport.stream(acts.spliterator(), false).toList()))
                        .toList())));
    }
}
