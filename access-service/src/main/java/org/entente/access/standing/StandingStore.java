package org.entente.access.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.entente.access.agreement.Terms;
import org.entente.access.grant.GrantTerms;
import org.entente.access.standing.Papers.Agreed;
import org.entente.access.standing.Papers.Attested;
import org.entente.access.standing.Papers.Expedited;
import org.entente.access.standing.Papers.Granted;
import org.entente.access.vocabulary.Document;
import org.entente.events.PlanAgreed;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Reads a partner's papers, and nothing else, in one snapshot of the database. */
@ApplicationScoped
class StandingStore {
    /** Nobody has that many papers in force; whoever had could not be answered in part without being misled. */
    private static final int MOST = 2_000;

    private static final String NOW = "select now() as at";
    private static final String AGREEMENTS =
            "select id, version, state, terms from agreement join agreement_party on agreement = id where party = $1 limit "
                    + (MOST + 1);
    private static final String GRANTS =
            "select id, terms from partner_grant where partner = $1 and state = 'LIVE' limit " + (MOST + 1);
    private static final String ACTIVATIONS = """
        select activation.id, plan.terms, closing.until
        from crisis_activation activation
        join crisis_plan plan on plan.id = activation.plan and plan.version = activation.plan_version
        left join crisis_activation_end ended on ended.activation = activation.id
        left join plan_withdrawal withdrawn on withdrawn.plan = activation.plan
        cross join lateral (
            select least(greatest(activation.valid_until, max(extension.valid_until)), ended.at, withdrawn.at) as until
            from crisis_activation_extension extension where extension.activation = activation.id) closing
        where valid_from <= now() and now() < closing.until
          and $1 in (select json_array_elements_text(plan.terms::json -> 'partners'))\
        """;

    private static final String ATTESTATIONS = """
            select course, valid_until, revoked_at is not null as revoked
            from attestation join attestation_sheet on attestation_sheet.id = attestation.sheet
            where partner = $1 and person = $2 and valid_from <= now()
            order by valid_until desc, course limit 2001""";

    private final Pool pool;

    StandingStore(Pool pool) {
        this.pool = pool;
    }

    /** The papers of a partner, and the training of one person of it if one is named. */
    Uni<Papers> of(String partner, @Nullable String person) {
        return pool.withTransaction(sql -> sql.query("set transaction isolation level repeatable read, read only")
                .execute()
                .chain(() -> sql.query(NOW).execute())
                .map(rows -> rows.iterator().next().getOffsetDateTime("at").toInstant())
                .chain(at -> papers(sql, partner, at))
                .chain(papers -> person == null
                        ? Uni.createFrom().item(papers)
                        : attested(sql, partner, person).map(papers::and)));
    }

    private static Uni<Papers> papers(SqlConnection sql, String partner, Instant at) {
        return Uni.combine()
                .all()
                .unis(
                        rows(sql, AGREEMENTS, partner, StandingStore::agreed),
                        rows(sql, GRANTS, partner, StandingStore::granted),
                        rows(sql, ACTIVATIONS, partner, StandingStore::expedited))
                .with((agreements, grants, activations) -> new Papers(partner, at, agreements, grants, activations));
    }

    private static <T> Uni<List<T>> rows(SqlConnection sql, String query, String partner, Function<Row, T> read) {
        return sql.preparedQuery(query).execute(Tuple.of(partner)).map(rows -> read(rows, read));
    }

    private static <T> List<T> read(RowSet<Row> rows, Function<Row, T> read) {
        if (rows.size() > MOST) {
            throw Problem.tooLarge("partner", "has more than " + MOST + " papers");
        }
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(read.apply(row)));
        return list;
    }

    private static Uni<List<Attested>> attested(SqlConnection sql, String partner, String person) {
        return sql.preparedQuery(ATTESTATIONS)
                .execute(Tuple.of(partner, person))
                .map(rows -> read(
                        rows,
                        row -> new Attested(
                                row.getString("course"),
                                row.getOffsetDateTime("valid_until").toInstant(),
                                row.getBoolean("revoked"))));
    }

    private static Agreed agreed(Row row) {
        Terms terms = Document.read(row.getString("terms"), Terms.class);
        return new Agreed(
                row.getUUID("id"), row.getInteger("version"), row.getString("state"), terms, Document.tree(terms));
    }

    private static Granted granted(Row row) {
        return new Granted(row.getUUID("id"), Document.read(row.getString("terms"), GrantTerms.class));
    }

    private static Expedited expedited(Row row) {
        PlanAgreed plan = Document.read(row.getString("terms"), PlanAgreed.class);
        return new Expedited(
                row.getString("id"),
                plan.plan(),
                plan.version(),
                plan.purposes(),
                plan.categories(),
                plan.tier(),
                plan.ceiling(),
                row.getOffsetDateTime("until").toInstant());
    }
}
