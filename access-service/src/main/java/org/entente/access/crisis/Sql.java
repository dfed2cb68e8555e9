package org.entente.access.crisis;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements within the current Panache transaction. */
final class Sql {
    private Sql() {}

    static Uni<Integer> change(String statement, @Nullable Object... values) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(statement);
            for (int index = 0; index < values.length; index++) {
                query.setParameter(index + 1, values[index]);
            }
            return query.executeUpdate();
        });
    }

    static <T> Uni<List<T>> rows(Class<T> type, String statement, Object... values) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(statement, type);
            for (int index = 0; index < values.length; index++) {
                query.setParameter(index + 1, values[index]);
            }
            return query.getResultList();
        });
    }
}
