package org.entente.audit.transparency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.entente.audit.transparency.Report.Drafter;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** The statements with which reports and their budget are kept; every change is an event for the log. */
@ApplicationScoped
class Reports {

    // One after the other: a period is drawn once, whoever asks at the same time.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('entente.transparency'))";
    private static final String FOUND =
            "insert into privacy_budget (year, total) values ($1, $2) on conflict do nothing";
    private static final String SPEND = "update privacy_budget set spent = spent + $2"
            + " where year = $1 and spent + $2 <= total returning total, spent";
    private static final String INSERT = "insert into transparency_report"
            + " (period, version, state, figures, foreword, reason, drafted_by, drafter)"
            + " values ($1, $2, 'drafted', $3, $4, $5, $6, $7) returning " + Report.COLUMNS;
    private static final String UPDATE =
            "update transparency_report set state = $3, foreword = $4, revision = revision + 1,"
                    + " drafted_by = $5, drafter = $6, publisher = $7, published_by = $8,"
                    + " published = case when $3 = 'published' then now() end"
                    + " where period = $1 and version = $2 returning " + Report.COLUMNS;

    private final TransparencyConfig config;
    private final Outbox outbox;
    private final ObjectMapper json;

    Reports(TransparencyConfig config, Outbox outbox, ObjectMapper json) {
        this.config = config;
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * What is written about figures.
     *
     * @param reason of a correction
     */
    record Text(String foreword, @Nullable String reason) {}

    Uni<Void> lock(SqlClient transaction) {
        return transaction.query(LOCK).execute().replaceWithVoid();
    }

    /** All versions of a period, oldest first. */
    Uni<List<Report>> of(SqlClient database, Period period) {
        return database.preparedQuery(
                        "select " + Report.COLUMNS + " from transparency_report where period = $1 order by version")
                .execute(Tuple.of(period.toString()))
                .map(this::read);
    }

    /** All versions of all periods, newest periods first. */
    Uni<List<Report>> all(SqlClient database) {
        return database.preparedQuery("select " + Report.COLUMNS
                        + " from transparency_report order by period desc, version limit 2000")
                .execute()
                .map(this::read);
    }

    /** Takes what a draw costs from the year's budget, in the transaction of the draw; a 409 problem where it is spent. */
    Uni<Figures.Budget> spend(SqlClient transaction, int year, long cost) {
        return transaction
                .preparedQuery(FOUND)
                .execute(Tuple.of(year, config.budgetPerYear()))
                .chain(() -> transaction.preparedQuery(SPEND).execute(Tuple.of(year, cost)))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.conflict(null, "The privacy budget of " + year + " is spent.");
                    }
                    Row row = rows.iterator().next();
                    return new Figures.Budget(year, row.getLong("total"), row.getLong("spent"));
                });
    }

    Uni<Report> insert(SqlClient transaction, Period period, int version, Figures figures, Text text, Drafter by) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addString(period.toString())
                        .addInteger(version)
                        .addString(text(figures))
                        .addString(text.foreword())
                        .addString(text.reason())
                        .addString(by.subject())
                        .addString(by.name()))
                .map(this::read)
                .map(stored -> stored.get(0));
    }

    /** @param publisher absent unless the move publishes */
    Uni<Report> update(SqlClient transaction, Report changed, Optional<Drafter> publisher) {
        return transaction
                .preparedQuery(UPDATE)
                .execute(Tuple.tuple()
                        .addString(changed.period().toString())
                        .addInteger(changed.version())
                        .addString(changed.state().wireName())
                        .addString(changed.foreword())
                        .addString(changed.draftedBy().subject())
                        .addString(changed.draftedBy().name())
                        .addString(publisher.map(Drafter::name).orElse(null))
                        .addString(publisher.map(Drafter::subject).orElse(null)))
                .map(this::read)
                .map(stored -> stored.get(0));
    }

    /** @param costs in millionths, of a draw */
    Uni<Void> announce(SqlClient transaction, Report report, String move, long costs, String actor) {
        ObjectNode data = json.createObjectNode()
                .put("period", report.period().toString())
                .put("version", report.version())
                .put("move", move)
                .put("state", report.state().wireName())
                .put("spentMillionths", costs);
        return outbox.append(
                transaction,
                List.of(Event.of(
                        EventTypes.TRANSPARENCY_REPORT_CHANGED, report.period().toString(), null, actor, data)));
    }

    Uni<List<Figures.Budget>> budgets(SqlClient database) {
        return database.preparedQuery("select year, total, spent from privacy_budget order by year desc")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row ->
                                new Figures.Budget(row.getInteger("year"), row.getLong("total"), row.getLong("spent")))
                        .toList());
    }

    private List<Report> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Report.of(row, json))
                .toList();
    }

    private String text(Figures figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
