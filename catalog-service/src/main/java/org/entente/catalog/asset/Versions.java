package org.entente.catalog.asset;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is known of the versions of an asset without opening them. */
@ApplicationScoped
class Versions {
    private static final String ALL = """
            select version, form, registered, actor, portions, sha256 from asset_version
            where asset = $1 order by version desc""";

    private final Pool pool;

    Versions(Pool pool) {
        this.pool = pool;
    }

    /** Newest first; none if there is no such asset. */
    Uni<List<AssetVersion>> of(UUID asset) {
        return pool.preparedQuery(ALL).execute(Tuple.of(asset)).map(rows -> {
            List<AssetVersion> versions = new ArrayList<>(rows.size());
            rows.forEach(row -> versions.add(version(row)));
            return versions;
        });
    }

    private static AssetVersion version(Row row) {
        return new AssetVersion(
                row.getInteger("version"),
                Form.of(row.getString("form")),
                row.getOffsetDateTime("registered").toInstant(),
                row.getString("actor"),
                row.getInteger("portions"),
                row.getString("sha256"));
    }
}
