package org.entente.access.policy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.access.partner.Posture;
import org.entente.access.policy.CompiledPolicy.Parts;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.label.Labels;

/** Reads policy and its epoch in one snapshot of the database. */
@ApplicationScoped
class PolicyStore {
    private static final String MARKING_POLICIES =
            "select distinct on (name) document from marking_policy order by name, version desc";
    private static final String AGREEMENTS = "select id, version, state, terms from agreement";
    private static final String GRANTS = "select id, terms from partner_grant where state = 'LIVE'";
    /** Those long over interest nobody: instants other than now are for exercises. */
    private static final String ACTIVATIONS = """
            select activation.id, plan.terms, valid_from, valid_until, ended.at
            from crisis_activation activation
            join crisis_plan plan on plan.id = activation.plan and plan.version = activation.plan_version
            left join crisis_activation_end ended on ended.activation = activation.id
            where valid_until > now() - interval '1 hour'""";

    private static final String HOUSE_RULES =
            "select version, document from house_rule_set where state = 'IN_FORCE' order by name";

    private final Pool pool;
    private final Vocabulary vocabulary;

    PolicyStore(Pool pool, Vocabulary vocabulary) {
        this.pool = pool;
        this.vocabulary = vocabulary;
    }

    Uni<CompiledPolicy> load() {
        return pool.withTransaction(connection -> connection
                .query("set transaction isolation level repeatable read, read only")
                .execute()
                .chain(() -> load(connection)));
    }

    private Uni<CompiledPolicy> load(SqlConnection connection) {
        return epoch(connection).chain(epoch -> labels(connection)
                .chain(labels -> parts(connection).map(parts -> new CompiledPolicy(epoch, labels, parts))));
    }

    private static Uni<Long> epoch(SqlConnection connection) {
        return rows(connection, "select epoch from policy_epoch", row -> row.getLong("epoch"))
                .map(rows -> rows.get(0));
    }

    private Uni<Labels> labels(SqlConnection connection) {
        return rows(connection, MARKING_POLICIES, PolicyRows::markingPolicy)
                .map(policies -> new Labels(PolicyRows.markingPolicies(policies), vocabulary.categories()));
    }

    private static Uni<Parts> parts(SqlConnection connection) {
        return Uni.combine()
                .all()
                .unis(
                        postures(connection),
                        rows(connection, AGREEMENTS, PolicyRows::agreement),
                        rows(connection, GRANTS, PolicyRows::grant),
                        rows(connection, ACTIVATIONS, PolicyRows::activation),
                        rows(connection, HOUSE_RULES, PolicyRows::ruleBook))
                .with((postures, agreements, grants, activations, ruleBooks) -> new Parts(
                        postures,
                        agreements,
                        grants,
                        activations.stream().flatMap(Optional::stream).toList(),
                        ruleBooks));
    }

    private static Uni<Map<String, Posture>> postures(SqlConnection connection) {
        return connection.query("select code, posture from partner").execute().map(rows -> {
            Map<String, Posture> postures = new HashMap<>();
            rows.forEach(row -> postures.put(row.getString("code"), Posture.valueOf(row.getString("posture"))));
            return postures;
        });
    }

    private static <T> Uni<List<T>> rows(SqlConnection connection, String query, Function<Row, T> read) {
        return connection.query(query).execute().map(rows -> {
            List<T> list = new ArrayList<>(rows.size());
            rows.forEach(row -> list.add(read.apply(row)));
            return list;
        });
    }
}
