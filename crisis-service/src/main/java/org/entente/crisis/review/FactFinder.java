package org.entente.crisis.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.entente.crisis.review.Facts.Happening;
import org.entente.crisis.review.Facts.Shared;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Assembles what happened: of the activation itself, and of what was told. */
@ApplicationScoped
class FactFinder {
    private static final int MOST = 1_000;
    private static final String ACTIVATION = """
        select activation.active_from, activation.ended_at, activation.ended_by, activation.reason,
               activation.criterion_met, activation.requested_by, activation.requested_at, activation.confirm_by,
               activation.confirmed_by, plan.terms
          from activation join plan on plan.id = activation.plan where activation.id = $1\
        """;

    /** What names the activation; of its time: what names its plan, its indicators, or the partners of the plan. */
    private static final String TIMELINE = """
        select chronicle.* from chronicle, activation, plan
         where activation.id = $1 and plan.id = activation.plan and (
               chronicle.activation = activation.id::text
            or chronicle.at between activation.requested_at - interval '1 hour' and activation.ended_at + interval '1 hour'
               and (chronicle.plan = plan.id::text
                 or chronicle.activation is null and chronicle.plan is null
                    and (chronicle.partner is not null
                            and position('"' || chronicle.partner || '"' in plan.terms) > 0
                      or position('"' || chronicle.subject || '"' in plan.terms) > 0)))
         order by chronicle.at, chronicle.event limit $2\
        """;

    private static final String SHARED = """
        select partner, count(*) as decisions, sum(portions) as portions, count(distinct person) as persons,
               count(distinct resource) as assets, count(fetched.decision) as used
          from expedited left join fetched using (decision)
         where activation = $1 group by partner order by partner\
        """;

    private static final String TERMS =
            "select terms from plan join crisis_review review on review.plan = plan.id where review.id = $1";

    private final Pool pool;
    private final ObjectMapper json;
    private final Deadlines deadlines;

    FactFinder(Pool pool, ObjectMapper json, Deadlines deadlines) {
        this.pool = pool;
        this.json = json;
        this.deadlines = deadlines;
    }

    /** As they are known now. */
    Uni<Facts> of(UUID activation) {
        return one(activation).chain(row -> many(TIMELINE, Tuple.of(activation, MOST + 1), this::happening)
                .chain(timeline -> shared(activation)
                        .chain(shared -> deadlines.of(activation, row).map(due -> facts(row, timeline, shared, due)))));
    }

    /** The terms of the plan that a review is about. */
    Uni<JsonNode> terms(UUID review) {
        return pool.preparedQuery(TERMS).execute(Tuple.of(review)).map(rows -> {
            for (Row row : rows) {
                return read(row.getString("terms"));
            }
            throw Problem.notFound();
        });
    }

    Uni<List<Shared>> shared(UUID activation) {
        return many(SHARED, Tuple.of(activation.toString()), FactFinder::shared);
    }

    private Uni<Row> one(UUID activation) {
        return pool.preparedQuery(ACTIVATION).execute(Tuple.of(activation)).map(rows -> {
            for (Row row : rows) {
                return row;
            }
            throw Problem.notFound();
        });
    }

    private Facts facts(Row row, List<Happening> timeline, List<Shared> shared, List<Facts.Deadline> due) {
        JsonNode terms = read(row.getString("terms"));
        return new Facts(
                terms.path("name").asText(),
                StreamSupport.stream(terms.path("partners").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                instant(row, "active_from"),
                instant(row, "ended_at"),
                row.getString("reason"),
                row.getBoolean("criterion_met"),
                row.getString("requested_by"),
                row.getString("confirmed_by"),
                row.getString("ended_by"),
                timeline.size() > MOST ? timeline.subList(0, MOST) : timeline,
                shared,
                due,
                timeline.size() <= MOST);
    }

    private Happening happening(Row row) {
        JsonNode data = read(row.getString("data"));
        return new Happening(
                instant(row, "at"),
                Words.of(row.getString("type")),
                row.getString("actor"),
                row.getString("partner"),
                Words.detail(data),
                row.getUUID("event").toString());
    }

    private static Shared shared(Row row) {
        return new Shared(
                row.getString("partner"),
                row.getInteger("decisions"),
                row.getInteger("portions"),
                row.getInteger("persons"),
                row.getInteger("assets"),
                row.getInteger("used"));
    }

    private <T> Uni<List<T>> many(String query, Tuple parameters, Function<Row, T> read) {
        return pool.preparedQuery(query).execute(parameters).map((RowSet<Row> rows) -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(read)
                .toList());
    }

    static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private JsonNode read(@Nullable String text) {
        try {
            return json.readTree(text == null ? "{}" : text);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
