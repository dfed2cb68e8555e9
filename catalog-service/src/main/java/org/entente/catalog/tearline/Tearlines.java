package org.entente.catalog.tearline;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.entente.catalog.approval.Proposals;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.InternedLabel;

/** Where tearlines are kept. */
@ApplicationScoped
public class Tearlines {
    private static final String SELECT = """
            select t.id, t.asset, t.version, t.label, l.document, t.sources, t.sha256, t.content, t.drafted
            from tearline t join label l on l.id = t.label
            """;
    private static final String ONE = SELECT + "where t.id = $1 and t.asset = $2";
    private static final String OF_VERSION =
            SELECT + "where t.asset = $1 and t.version = $2 and exists (select from proposal_step s"
                    + " where s.proposal = t.id and s.state = 'APPROVED') order by t.id";
    private static final String OF_VERSIONS = SELECT + """
            join unnest($1::uuid[], $2::integer[]) as wanted (asset, version)
                on t.asset = wanted.asset and t.version = wanted.version
            where exists (select from proposal_step s where s.proposal = t.id and s.state = 'APPROVED') order by t.id""";
    private static final String PAGE = SELECT + "where t.asset = $1 and ($2::uuid is null or (t.drafted, t.id) <"
            + " (select drafted, id from tearline where id = $2)) order by t.drafted desc, t.id desc limit $3";

    private final Pool pool;
    private final Proposals proposals;

    Tearlines(Pool pool, Proposals proposals) {
        this.pool = pool;
        this.proposals = proposals;
    }

    /** Those of the version that are approved, and so take part in decisions; none if there is no asset. */
    public Uni<List<StoredTearline>> approved(Optional<StoredAsset> asset) {
        return asset.isEmpty() ? Uni.createFrom().item(List.of()) : approved(pool, asset.get());
    }

    /** The same within a transaction. */
    public Uni<List<StoredTearline>> approved(SqlClient client, StoredAsset asset) {
        return client.preparedQuery(OF_VERSION)
                .execute(Tuple.of(asset.id(), asset.version()))
                .chain(rows -> read(client, rows))
                .map(found -> found.stream()
                        .filter(tearline -> tearline.history().isApproved())
                        .toList());
    }

    /** The same of many assets. */
    public Uni<List<StoredTearline>> approved(SqlClient client, List<StoredAsset> assets) {
        return client.preparedQuery(OF_VERSIONS)
                .execute(Tuple.of(
                        assets.stream().map(StoredAsset::id).toArray(UUID[]::new),
                        assets.stream().map(StoredAsset::version).toArray(Integer[]::new)))
                .chain(rows -> read(client, rows))
                .map(found -> found.stream()
                        .filter(tearline -> tearline.history().isApproved())
                        .toList());
    }

    /** A tearline of that asset. */
    public Uni<Optional<StoredTearline>> find(UUID asset, UUID id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(id, asset))
                .chain(rows -> read(pool, rows))
                .map(found -> found.stream().findFirst());
    }

    /** Some of an asset, in whatever state, newest first, after that one. */
    Uni<List<StoredTearline>> page(UUID asset, Optional<UUID> after, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(asset, after.orElse(null), limit))
                .chain(rows -> read(pool, rows));
    }

    /** Writes a draft in the current Panache transaction. */
    Uni<Void> add(StoredTearline draft) {
        return Panache.getSession()
                .call(session -> session.createNativeQuery(
                                "insert into label (id, document) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, draft.label().id())
                        .setParameter(2, draft.label().document())
                        .executeUpdate())
                .chain(session -> session.createNativeQuery(
                                "insert into tearline (id, asset, version, label, sources, sha256, content, drafted)"
                                        + " values (?1, ?2, ?3, ?4, cast(?5 as text[]), ?6, ?7, ?8)")
                        .setParameter(1, draft.id())
                        .setParameter(2, draft.asset())
                        .setParameter(3, draft.version())
                        .setParameter(4, draft.label().id())
                        .setParameter(5, draft.sources().toArray(String[]::new))
                        .setParameter(6, draft.sha256())
                        .setParameter(7, draft.sealed())
                        .setParameter(8, draft.drafted())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<List<StoredTearline>> read(SqlClient client, RowSet<Row> rows) {
        List<Row> found = new ArrayList<>();
        rows.forEach(found::add);
        if (found.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<UUID> ids = found.stream().map(row -> row.getUUID("id")).toList();
        return proposals.histories(client, ids).map(histories -> found.stream()
                .filter(row -> histories.containsKey(row.getUUID("id")))
                .map(row -> new StoredTearline(
                        row.getUUID("id"),
                        row.getUUID("asset"),
                        row.getInteger("version"),
                        new InternedLabel(row.getString("label"), row.getString("document")),
                        List.of(row.getArrayOfStrings("sources")),
                        row.getString("sha256"),
                        row.getBuffer("content").getBytes(),
                        row.getOffsetDateTime("drafted").toInstant(),
                        Objects.requireNonNull(histories.get(row.getUUID("id")))))
                .toList());
    }
}
