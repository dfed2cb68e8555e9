package org.entente.access.decision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.access.policy.CompiledPolicy;

/** Decides what is only supposed: with licences of which enough is left, of which nothing is taken. */
@ApplicationScoped
class Remaining {
    private static final String SPENT = """
            select asked.licence from unnest($1::uuid[], $2::text[]) as asked (licence, key)
            join licence_balance balance on balance.licence = asked.licence
            where balance.used >= balance.quantity and not exists (
                select from licence_use used
                where used.licence = asked.licence and used.key = asked.key and used.is_counted)""";

    /** What is not recorded needs no identifier of its own. */
    private static final UUID NO_ID = new UUID(0, 0);

    private final Pool pool;

    Remaining(Pool pool) {
        this.pool = pool;
    }

    Uni<Decision> decide(Asked asked, CompiledPolicy policy) {
        Decision decision = Decider.decide(asked.question(), policy);
        List<Take> takes = Take.of(Taken.of(NO_ID, asked, decision));
        return takes.isEmpty()
                ? Uni.createFrom().item(decision)
                : spent(takes)
                        .chain(spent -> spent.isEmpty()
                                ? Uni.createFrom().item(decision)
                                : decide(asked.without(spent), policy));
    }

    private Uni<Set<UUID>> spent(List<Take> takes) {
        Tuple asked = Tuple.tuple()
                .addArrayOfUUID(takes.stream().map(Take::licence).toArray(UUID[]::new))
                .addArrayOfString(takes.stream().map(Take::key).toArray(String[]::new));
        return pool.preparedQuery(SPENT).execute(asked).map((RowSet<Row> rows) -> {
            Set<UUID> spent = new HashSet<>();
            rows.forEach(row -> spent.add(row.getUUID(0)));
            return spent;
        });
    }
}
