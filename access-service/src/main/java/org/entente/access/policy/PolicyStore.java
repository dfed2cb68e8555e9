package org.entente.access.policy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.access.partner.Posture;
import org.entente.access.partner.Trust;
import org.entente.access.training.TrainingSettings;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.label.Labels;
import org.jspecify.annotations.Nullable;

/** Reads policy and its epoch in one snapshot of the database: the present one, or one of the past, by the same queries. */
@ApplicationScoped
class PolicyStore {
    private static final String ALL = "*";
    private static final String MARKING_POLICIES =
            "select distinct on (name) document from marking_policy order by name, version desc";
    private static final String CATEGORIES = "select document from information_policy order by version desc limit 1";
    private static final String AGREEMENTS = "select id, version, state, terms from agreement";
    /** With the assets of the topics that a grant names; few do, and only theirs are looked for. */
    private static final String GRANTS = """
        select id, partner, terms, case when terms like '%"topics"%' then array(
            select asset from topic_asset
            where topic in (select json_array_elements_text(terms::json -> 'topics'))) end as topical
        from partner_grant where state = 'LIVE'\
        """;
    /** Those long over too: an exercise, a replay or a simulation may ask for any instant. */
    private static final String ACTIVATIONS = """
        select activation.id, plan.terms, valid_from, greatest(valid_until, extended) as valid_until,
               least(ended.at, withdrawn.at) as at
        from crisis_activation activation
        join crisis_plan plan on plan.id = activation.plan and plan.version = activation.plan_version
        left join crisis_activation_end ended on ended.activation = activation.id
        left join plan_withdrawal withdrawn on withdrawn.plan = activation.plan
        left join (select activation, max(valid_until) as extended from crisis_activation_extension group by activation)
             extension on extension.activation = activation.id\
        """;
    /** From here on in the transaction every query reads the past, and fails for what no history is kept of. */
    private static final String GO_BACK =
            "select set_config('search_path', 'past', true), set_config('entente.epoch', $1, true)";

    private static final String IS_KNOWN =
            "select $1 between (select min(epoch) from policy_change) and (select epoch from policy_epoch) as known";

    private static final String HOUSE_RULES =
            "select version, document from house_rule_set where state = 'IN_FORCE' order by name";

    /** Those with times of their own, and those about all, also about partners that came later. */
    private static final String FALLS = """
        select partner, posture, valid_from, valid_until from posture_cause
        where lifted_at is null and (valid_until is not null or valid_from > recorded_at or partner is null)\
        """;

    private final Pool pool;
    private final Vocabulary vocabulary;
    private final TrainingSettings training;

    PolicyStore(Pool pool, Vocabulary vocabulary, TrainingSettings training) {
        this.pool = pool;
        this.vocabulary = vocabulary;
        this.training = training;
    }

    /** A connection in a snapshot, and where what it reads is made sense of. */
    private record Connection(SqlConnection sql, Executor readers) {
        Uni<RowSet<Row>> execute(String query) {
            return sql.query(query).execute().emitOn(readers);
        }

        Uni<RowSet<Row>> execute(String query, Object parameter) {
            return sql.preparedQuery(query).execute(Tuple.of(parameter)).emitOn(readers);
        }
    }

    /** @param readers on which policy is compiled, and given */
    Uni<CompiledPolicy> load(Executor readers) {
        return inSnapshot(readers, connection -> epoch(connection).chain(epoch -> load(connection, epoch)));
    }

    /** Policy as it was; empty for an epoch that has not come, or that was over before history was kept. */
    Uni<Optional<CompiledPolicy>> load(Executor readers, long epoch) {
        return inSnapshot(readers, connection -> isKnown(connection, epoch)
                .chain(known -> known
                        ? connection
                                .execute(GO_BACK, Long.toString(epoch))
                                .chain(() -> load(connection, epoch))
                                .map(Optional::of)
                        : Uni.createFrom().item(Optional.empty())));
    }

    private <T> Uni<T> inSnapshot(Executor readers, Function<Connection, Uni<T>> work) {
        return pool.withTransaction(sql -> {
            Connection connection = new Connection(sql, readers);
            return connection
                    .execute("set transaction isolation level repeatable read, read only")
                    .chain(() -> work.apply(connection));
        });
    }

    private Uni<CompiledPolicy> load(Connection connection, long epoch) {
        return labels(connection)
                .chain(labels -> parts(connection, labels).map(parts -> new CompiledPolicy(epoch, labels, parts)));
    }

    private static Uni<Boolean> isKnown(Connection connection, long epoch) {
        return connection
                .execute(IS_KNOWN, epoch)
                .map(rows -> rows.iterator().next().getBoolean("known"));
    }

    private static Uni<Long> epoch(Connection connection) {
        return rows(connection, "select epoch from policy_epoch", row -> row.getLong("epoch"))
                .map(rows -> rows.get(0));
    }

    private Uni<Labels> labels(Connection connection) {
        return rows(connection, MARKING_POLICIES, PolicyRows::markingPolicy)
                .chain(policies -> rows(connection, CATEGORIES, PolicyRows::categories)
                        .map(published -> new Labels(
                                PolicyRows.markingPolicies(policies),
                                vocabulary.published().with(published.isEmpty() ? List.of() : published.get(0)))));
    }

    private Uni<Parts> parts(Connection connection, Labels labels) {
        return Uni.combine()
                .all()
                .unis(
                        postures(connection),
                        rows(connection, AGREEMENTS, PolicyRows::agreement),
                        rows(connection, GRANTS, PolicyRows::grant),
                        rows(connection, ACTIVATIONS, PolicyRows::activation),
                        rows(connection, HOUSE_RULES, PolicyRows::ruleBook),
                        warrants(connection))
                .with((postures, agreements, grants, activations, ruleBooks, warrants) -> new Parts(
                        postures,
                        agreements,
                        grants,
                        activations.stream().flatMap(Optional::stream).toList(),
                        ruleBooks,
                        warrants))
                .chain(parts -> rows(connection, WarrantRows.PRE_CONSENTS, WarrantRows::preConsent)
                        .map(preConsents -> parts.with(preConsents, labels)));
    }

    private Uni<Warrants> warrants(Connection connection) {
        return Uni.combine()
                .all()
                .unis(
                        rows(connection, WarrantRows.CONSENTS, WarrantRows::consent),
                        rows(connection, WarrantRows.LICENCES, WarrantRows::licence),
                        rows(connection, WarrantRows.ATTESTATIONS, WarrantRows::attestation))
                .with((consents, licences, attestations) ->
                        new Warrants(consents, licences, attestations, TrainingSettings.byTier(training)));
    }

    /** An organisation is trusted no further than the state it belongs to. */
    private static Uni<Map<String, Trust>> postures(Connection connection) {
        return falls(connection).chain(falls -> connection
                .execute("select code, posture, member_of from partner")
                .map(rows -> {
                    Map<String, Posture> least = new HashMap<>();
                    rows.forEach(row -> least.put(row.getString("code"), Posture.valueOf(row.getString("posture"))));
                    Map<String, Trust> postures = new HashMap<>();
                    rows.forEach(row -> {
                        String code = row.getString("code");
                        postures.put(code, trust(least, falls, Stream.of(code, row.getString("member_of"))));
                    });
                    return postures;
                }));
    }

    private static Trust trust(
            Map<String, Posture> least, Map<String, List<Trust.Fall>> falls, Stream<@Nullable String> codes) {
        List<String> weighing = codes.filter(Objects::nonNull).toList();
        Posture strictest = weighing.stream()
                .map(code -> least.getOrDefault(code, Posture.SUSPENDED))
                .max(Comparator.naturalOrder())
                .orElse(Posture.SUSPENDED);
        List<Trust.Fall> timed = Stream.concat(weighing.stream(), Stream.of(ALL))
                .flatMap(code -> falls.getOrDefault(code, List.of()).stream())
                .toList();
        return timed.isEmpty() ? strictest : new Trust.OverTime(strictest, timed);
    }

    private static Uni<Map<String, List<Trust.Fall>>> falls(Connection connection) {
        return connection.execute(FALLS).map(rows -> {
            Map<String, List<Trust.Fall>> falls = new HashMap<>();
            rows.forEach(row -> falls.computeIfAbsent(
                            Objects.requireNonNullElse(row.getString("partner"), ALL), absent -> new ArrayList<>())
                    .add(PolicyRows.fall(row)));
            return falls;
        });
    }

    private static <T> Uni<List<T>> rows(Connection connection, String query, Function<Row, T> read) {
        return connection.execute(query).map(rows -> {
            List<T> list = new ArrayList<>(rows.size());
            rows.forEach(row -> list.add(read.apply(row)));
            return list;
        });
    }
}
