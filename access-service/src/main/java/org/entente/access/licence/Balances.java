package org.entente.access.licence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How much of licences is used, as the database counts it where decisions are recorded. */
@ApplicationScoped
class Balances {
    private static final String USES = """
            select decision, key, is_counted, used_at from licence_use
            where licence = $1 and ($2::uuid is null or (used_at, decision) >
                (select last.used_at, last.decision from licence_use last where last.licence = $1 and last.decision = $2))
            order by used_at, decision limit $3""";

    private final Pool pool;

    Balances(Pool pool) {
        this.pool = pool;
    }

    /** What is used of how much; both absent for a licence that nothing is counted of. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Balance(@Nullable Long used, @Nullable Long left) {
        static final Balance NONE = new Balance(null, null);
    }

    /**
     * A permit under a licence.
     *
     * @param key the access, person or asset that is counted once
     * @param counted whether it was the first of its key
     */
    public record Use(UUID decision, String key, boolean counted, Instant at) {}

    /** Opens the balance of a licence that comes into force; within the current transaction. */
    static Uni<Void> open(Licence licence) {
        Quantity quantity = licence.terms().quantity();
        return quantity == null
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "insert into licence_balance (licence, quantity) values (?1, ?2)")
                                .setParameter(1, licence.id)
                                .setParameter(2, quantity.count())
                                .executeUpdate())
                        .replaceWithVoid();
    }

    Uni<Balance> of(UUID licence) {
        return pool.preparedQuery("select used, quantity - used as rest from licence_balance where licence = $1")
                .execute(Tuple.of(licence))
                .map(Balances::balance);
    }

    /** In the order of use, from after a decision on. */
    Uni<List<Use>> uses(UUID licence, @Nullable UUID after, int limit) {
        return pool.preparedQuery(USES).execute(Tuple.of(licence, after, limit)).map(rows -> {
            List<Use> uses = new ArrayList<>();
            rows.forEach(row -> uses.add(new Use(
                    row.getUUID("decision"),
                    row.getString("key"),
                    row.getBoolean("is_counted"),
                    row.getOffsetDateTime("used_at").toInstant())));
            return uses;
        });
    }

    private static Balance balance(RowSet<Row> rows) {
        for (Row row : rows) {
            return new Balance(row.getLong("used"), row.getLong("rest"));
        }
        return Balance.NONE;
    }
}
