package org.entente.audit.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import org.entente.audit.history.HistoryQuery.Prepared;
import org.entente.http.Problem;

/** Reads pages of histories, none of them for longer than a few seconds. */
@ApplicationScoped
class Histories {

    private static final String LIMIT_TIME = "set local statement_timeout = '5s'";
    private static final String CANCELLED = "57014";

    /**
     * A page, within a transaction. A filter that matches next to nothing of very much would keep the database busy; it is refused
     * with a 422 problem.
     */
    Uni<List<HistoryItem>> page(SqlClient transaction, Prepared query) {
        return transaction
                .query(LIMIT_TIME)
                .execute()
                .chain(() -> transaction.preparedQuery(query.statement()).execute(query.values()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(HistoryItem::of)
                        .toList())
                .onFailure(fault -> fault instanceof PgException database && CANCELLED.equals(database.getSqlState()))
                .transform(
                        fault -> Problem.unprocessable("query", "takes too long; narrow it by time, person or asset"));
    }
}
