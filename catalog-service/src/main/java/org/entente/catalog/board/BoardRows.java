package org.entente.catalog.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads constitutions and proposals from the acts that are kept. */
@ApplicationScoped
class BoardRows {
    private static final String CONSTITUTIONS = """
            select c.id, c.parties, c.quorum, c.proposed, d.at as constituted,
                   array(select party from board_consent where constitution = c.id order by party) as consents
            from board_constitution c left join board_constituted d on d.constitution = c.id
            """;
    private static final String IN_FORCE = CONSTITUTIONS + "where d.seq is not null order by d.seq desc limit 1";
    private static final String CONSTITUTION = CONSTITUTIONS + "where c.id = $1";

    private static final String PROPOSALS = """
            select p.*, coalesce(e.outcome, v.outcome, 'open') as state, coalesce(e.report, v.report) as report, e.version,
                   (select json_object_agg(party, vote order by party)::text from board_ballot where proposal = p.id) as ballots
            from board_proposal p
            left join board_outcome v on v.proposal = p.id and v.step = 'vote'
            left join board_outcome e on e.proposal = p.id and e.step = 'effect'
            """;
    private static final String PROPOSAL = PROPOSALS + "where p.id = $1";
    private static final String PAGE = PROPOSALS + """
            where $1::uuid is null or (p.proposed, p.id) < (select proposed, id from board_proposal where id = $1)
            order by p.proposed desc, p.id desc limit $2""";
    private static final String DUE = PROPOSALS + """
            where (v.outcome is null and p.closes <= $1) or (v.outcome = 'adopted' and e.outcome is null and p.effective <= $1)
            order by p.effective, p.proposed limit 10""";

    private final ObjectMapper json;

    BoardRows(ObjectMapper json) {
        this.json = json;
    }

    Uni<Optional<Constitution>> inForce(SqlClient client) {
        return client.query(IN_FORCE).execute().map(BoardRows::constitution);
    }

    Uni<Optional<Constitution>> constitution(SqlClient client, UUID id) {
        return client.preparedQuery(CONSTITUTION).execute(Tuple.of(id)).map(BoardRows::constitution);
    }

    Uni<Optional<Proposal>> proposal(SqlClient client, UUID id) {
        return client.preparedQuery(PROPOSAL).execute(Tuple.of(id)).map(rows -> proposals(rows).stream()
                .findFirst());
    }

    Uni<List<Proposal>> page(SqlClient client, @Nullable UUID after, int limit) {
        return client.preparedQuery(PAGE).execute(Tuple.of(after, limit)).map(this::proposals);
    }

    /** Those whose vote is over or whose date of effect has come, and nothing was done about it. */
    Uni<List<Proposal>> due(SqlClient client, OffsetDateTime now) {
        return client.preparedQuery(DUE).execute(Tuple.of(now)).map(this::proposals);
    }

    private static Optional<Constitution> constitution(RowSet<Row> rows) {
        for (Row row : rows) {
            OffsetDateTime constituted = row.getOffsetDateTime("constituted");
            return Optional.of(new Constitution(
                    row.getUUID("id"),
                    List.of(row.getArrayOfStrings("parties")),
                    row.getInteger("quorum"),
                    List.of(row.getArrayOfStrings("consents")),
                    row.getOffsetDateTime("proposed").toInstant(),
                    constituted == null ? null : constituted.toInstant()));
        }
        return Optional.empty();
    }

    private List<Proposal> proposals(RowSet<Row> rows) {
        List<Proposal> proposals = new ArrayList<>();
        rows.forEach(row -> proposals.add(proposal(row)));
        return proposals;
    }

    private Proposal proposal(Row row) {
        try {
            String report = row.getString("report");
            return new Proposal(
                    row.getUUID("id"),
                    row.getUUID("constitution"),
                    Kind.of(row.getString("kind")).orElseThrow(),
                    row.getString("name"),
                    json.readTree(row.getString("document")),
                    row.getString("reason"),
                    instant(row, "closes"),
                    instant(row, "effective"),
                    instant(row, "proposed"),
                    row.getString("party"),
                    Proposal.State.of(row.getString("state")),
                    ballots(row.getString("ballots")),
                    report == null ? null : json.readValue(report, Report.class),
                    row.getInteger("version"));
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private Map<String, Vote> ballots(@Nullable String ballots) throws JsonProcessingException {
        Map<String, Vote> byParty = new TreeMap<>();
        if (ballots != null) {
            json.readTree(ballots)
                    .fields()
                    .forEachRemaining(ballot -> byParty.put(
                            ballot.getKey(), Vote.valueOf(ballot.getValue().asText())));
        }
        return byParty;
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
