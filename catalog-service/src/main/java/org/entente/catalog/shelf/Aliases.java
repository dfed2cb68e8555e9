package org.entente.catalog.shelf;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Names by which a partner was handed objects that have others on the shelf. */
@ApplicationScoped
public class Aliases {
    private static final String INSERT = """
            insert into shelf_alias (partner, alias, object)
            select $1, alias, object from unnest($2::text[], $3::text[]) as named (alias, object)
            order by alias on conflict do nothing""";
    private static final String FIND =
            "select alias, object from shelf_alias where partner = $1 and alias = any($2::text[])";

    private final Pool pool;

    Aliases(Pool pool) {
        this.pool = pool;
    }

    /** The names on the shelf, by those that the partner knows; other names stand for nothing else than themselves. */
    public Uni<Map<String, String>> of(String partner, Collection<String> names) {
        if (names.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(partner, names.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, String> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getString("alias"), row.getString("object")));
                    return found;
                });
    }

    /**
     * Remembers names that a partner is handed with this transaction.
     *
     * @param named the names on the shelf, by those that the partner gets to know
     */
    public Uni<Void> add(SqlClient transaction, String partner, Map<String, String> named) {
        if (named.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        partner,
                        named.keySet().toArray(String[]::new),
                        named.values().toArray(String[]::new)))
                .replaceWithVoid();
    }
}
