package org.entente.audit.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds entries of the log for whoever has checked that they may be found. */
@ApplicationScoped
public class HistorySearch {

    private final Histories histories;

    HistorySearch(Histories histories) {
        this.histories = histories;
    }

    /** What is looked for, as the filters of the list. */
    public record Filters(
            @Nullable String partner,
            @Nullable String person,
            @Nullable String actor,
            @Nullable String asset,
            @Nullable String kind,
            @Nullable String result,
            @Nullable String from,
            @Nullable String until) {}

    /** Indexes of the oldest entries that meet the filters; throws a 400 problem for a filter without meaning. */
    public Uni<List<Long>> indexes(SqlClient transaction, Filters filters, int limit) {
        HistoryQuery query = new HistoryParameters(
                        filters.partner(),
                        filters.person(),
                        filters.actor(),
                        filters.asset(),
                        filters.kind(),
                        filters.result(),
                        filters.from(),
                        filters.until(),
                        null)
                .query(new HistorySight.Everybodys());
        return histories
                .page(transaction, query.page(query.order().start(), limit))
                .map(found -> found.stream().map(HistoryItem::index).toList());
    }
}
