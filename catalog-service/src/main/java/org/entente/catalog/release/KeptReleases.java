package org.entente.catalog.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds releases; a partner finds its own only. */
@ApplicationScoped
class KeptReleases {
    private static final String SELECT = "select " + KeptRelease.COLUMNS + " from release ";
    private static final String ONE = SELECT + "where id = $1 and ($2::text is null or partner = $2)";
    private static final String PAGE = SELECT + """
            where ($1::text is null or partner = $1)
              and ($2::uuid is null or (made, id) < (select made, id from release r where r.id = $2))
            order by made desc, id desc limit $3""";

    private final Pool pool;
    private final ObjectMapper json;

    KeptReleases(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /**
     * One of them.
     *
     * @param partner whose it must be; absent for the home side
     */
    Uni<Optional<KeptRelease>> find(UUID id, @Nullable String partner) {
        return pool.preparedQuery(ONE).execute(Tuple.of(id, partner)).map(rows -> read(rows).stream()
                .findFirst());
    }

    /** Some of them, newest first, after the given one. */
    Uni<List<KeptRelease>> page(@Nullable String partner, @Nullable UUID after, int limit) {
        return pool.preparedQuery(PAGE).execute(Tuple.of(partner, after, limit)).map(this::read);
    }

    private List<KeptRelease> read(RowSet<Row> rows) {
        List<KeptRelease> releases = new ArrayList<>();
        rows.forEach(row -> releases.add(KeptRelease.of(row, json)));
        return releases;
    }
}
