package org.entente.crisis.board;

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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.entente.crisis.act.Actor;
import org.entente.crisis.board.Board.Active;
import org.entente.crisis.board.Board.Exercise;
import org.entente.crisis.board.Board.Hour;
import org.entente.crisis.board.Board.Indicator;
import org.entente.crisis.board.Board.Message;
import org.entente.crisis.board.Board.More;
import org.entente.crisis.escalation.Escalations;
import org.jspecify.annotations.Nullable;

/** Reads the situation. What is in force follows from the database's time, whether or not anybody has written an end down. */
@ApplicationScoped
class Situation {
    /** A partner is a party to what the terms of the plan name it in. */
    private static final String ACTIVE = """
        select activation.id, activation.plan, activation.reason, activation.active_from, activation.active_until, plan.terms
          from activation join plan on plan.id = activation.plan
         where activation.ended_at is null and coalesce(activation.active_until, activation.confirm_by) > clock_timestamp()
           and ($1 or exists (select from json_array_elements_text(plan.terms::json -> 'partners') party where party = $2))
         order by coalesce(activation.active_until, activation.confirm_by), activation.id limit 200\
        """;

    private static final String MORE = """
        select activation, partner, count(*) as decisions, sum(portions) as portions, count(distinct person) as persons,
               count(fetched.decision) as used
          from expedited left join fetched using (decision)
         where activation in (select id::text from activation where ended_at is null) and ($1 or partner = $2)
         group by activation, partner order by activation, partner\
        """;

    private static final String INDICATORS = """
        select indicator, date_trunc('hour', reported_at) as hour, max(value) as highest,
               max(reported_at) as at, (array_agg(value order by reported_at desc))[1] as newest,
               (array_agg(source order by reported_at desc))[1] as source
          from signal where reported_at > clock_timestamp() - interval '24 hours'
           and indicator in (select indicator from signal where reported_at > clock_timestamp() - interval '24 hours'
                              group by indicator order by max(reported_at) desc limit 50)
         group by indicator, hour order by indicator, hour\
        """;

    private static final String EXERCISES = """
        select id, document::json #>> '{scenario,name}' as name from exercise
         where state = 'RUNNING'
           and ($1 or exists (select from json_array_elements_text(document::json #> '{scenario,partners}') party
                               where party = $2))
         order by id limit 50\
        """;

    private static final String MESSAGES = """
        select id, at, posted_by, text, partners from board_message
         where at > clock_timestamp() - interval '7 days' and ($1 or $2 = any(partners)) order by at desc limit 50\
        """;

    private final Pool pool;
    private final Escalations escalations;
    private final ObjectMapper json;

    Situation(Pool pool, Escalations escalations, ObjectMapper json) {
        this.pool = pool;
        this.escalations = escalations;
        this.json = json;
    }

    /** As that person may see it. */
    Uni<Board> of(Actor reader) {
        return read(MORE, reader, row -> row).chain(more -> read(ACTIVE, reader, row -> active(row, more, reader))
                .chain(active -> read(EXERCISES, reader, Situation::exercise)
                        .chain(exercises -> read(MESSAGES, reader, row -> message(row, reader))
                                .chain(messages -> indicators(reader)
                                        .chain(indicators -> calls(reader).chain(calls -> now().map(now ->
                                                new Board(now, active, exercises, indicators, calls, messages))))))));
    }

    private Active active(Row row, List<Row> more, Actor reader) {
        String id = row.getUUID("id").toString();
        List<More> seen = more.stream()
                .filter(each -> each.getString("activation").equals(id))
                .map(each -> new More(
                        each.getString("partner"),
                        each.getInteger("decisions"),
                        each.getInteger("portions"),
                        each.getInteger("persons"),
                        each.getInteger("used")))
                .toList();
        var terms = terms(row.getString("terms"));
        List<String> partners = new ArrayList<>();
        terms.path("partners").forEach(partner -> partners.add(partner.asText()));
        return new Active(
                row.getUUID("id"),
                row.getUUID("plan"),
                terms.path("name").asText(),
                row.getString("reason"),
                instant(row, "active_from"),
                instant(row, "active_until"),
                partners,
                seen);
    }

    private JsonNode terms(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Exercise exercise(Row row) {
        return new Exercise(row.getUUID("id"), row.getString("name"));
    }

    /** To a partner it is nobody's business who else reads a message. */
    private static Message message(Row row, Actor reader) {
        return new Message(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("posted_by"),
                row.getString("text"),
                reader.isHome() ? List.of(row.getArrayOfStrings("partners")) : List.of(reader.nation()));
    }

    private Uni<List<Indicator>> indicators(Actor reader) {
        return reader.isHome()
                ? pool.query(INDICATORS).execute().map(Situation::overTime)
                : Uni.createFrom().item(List.of());
    }

    private static List<Indicator> overTime(RowSet<Row> rows) {
        Map<String, Indicator> all = new LinkedHashMap<>();
        for (Row row : rows) {
            String name = row.getString("indicator");
            List<Hour> hours =
                    new ArrayList<>(all.containsKey(name) ? all.get(name).hours() : List.of());
            hours.add(new Hour(row.getOffsetDateTime("hour").toInstant(), row.getInteger("highest")));
            // The rows come in the order of their hours: the last one has the newest value.
            all.put(
                    name,
                    new Indicator(
                            name,
                            row.getInteger("newest"),
                            row.getOffsetDateTime("at").toInstant(),
                            row.getString("source"),
                            hours));
        }
        return List.copyOf(all.values());
    }

    private Uni<List<Board.Call>> calls(Actor reader) {
        return reader.isHome()
                ? escalations.unresolved().map(all -> all.stream()
                        .map(each -> new Board.Call(
                                each.id(),
                                each.matter().headline(),
                                each.state().wireName(),
                                each.level(),
                                each.holder(),
                                each.due()))
                        .toList())
                : Uni.createFrom().item(List.of());
    }

    private Uni<Instant> now() {
        return pool.query("select clock_timestamp() as now")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
    }

    private <T> Uni<List<T>> read(String query, Actor reader, Function<Row, T> one) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(reader.isHome(), reader.nation()))
                .map(rows ->
                        StreamSupport.stream(rows.spliterator(), false).map(one).toList());
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
