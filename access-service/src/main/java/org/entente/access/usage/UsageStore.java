package org.entente.access.usage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.access.grant.GrantTerms;
import org.entente.access.vocabulary.Document;
import org.jspecify.annotations.Nullable;

/** The sums, and how far they go. */
@ApplicationScoped
public class UsageStore {
    private static final int LARGEST_BATCH = 200;
    private static final String PROGRESS = "select epoch, at, decision from usage_progress";

    /**
     * Whoever records has committed or lost its transaction within two seconds, so that what is older than five is
     * complete, and nothing is passed over. Inputs are read only of what permits under a grant.
     */
    private static final String NEXT = """
            select id, epoch, recorded_at,
                case when decision and result like '%"grant %' then inputs end as inputs,
                case when decision and result like '%"grant %' then result end as result
            from decision
            where (epoch, recorded_at, id) > ($1, $2, $3)
                and recorded_at < clock_timestamp() - interval '5 seconds'
            order by epoch, recorded_at, id limit $4""";

    private static final String ADVANCE = """
            update usage_progress set epoch = $4, at = $5, decision = $6
            where epoch = $1 and at = $2 and decision = $3""";

    private static final String ADD = """
            insert into grant_usage (grant_id, document) select * from unnest($1::uuid[], $2::text[])
            on conflict (grant_id) do update set document = excluded.document""";

    private final Pool pool;

    UsageStore(Pool pool) {
        this.pool = pool;
    }

    /** A place in the order of the record. */
    record Place(long epoch, Instant at, UUID decision) {
        void addTo(Tuple tuple) {
            tuple.addLong(epoch).addOffsetDateTime(at.atOffset(ZoneOffset.UTC)).addUUID(decision);
        }
    }

    /** A decision; inputs and result are absent where it used no grant. */
    record Row(
            UUID id,
            long epoch,
            Instant at,
            @Nullable String inputs,
            @Nullable String result) {
        Place place() {
            return new Place(epoch, at, id);
        }
    }

    /** What comes after a place. */
    record Batch(Place after, List<Row> rows) {
        boolean isFull() {
            return rows.size() == LARGEST_BATCH;
        }

        Place last() {
            return rows.get(rows.size() - 1).place();
        }
    }

    Uni<Batch> next() {
        return pool.query(PROGRESS)
                .execute()
                .map(rows -> place(rows.iterator().next(), "at", "decision"))
                .chain(after -> {
                    Tuple parameters = Tuple.tuple();
                    after.addTo(parameters);
                    return pool.preparedQuery(NEXT)
                            .execute(parameters.addInteger(LARGEST_BATCH))
                            .map(rows -> {
                                List<Row> read = new ArrayList<>();
                                rows.forEach(row -> read.add(row(row)));
                                return new Batch(after, read);
                            });
                });
    }

    /** What the grants say now. */
    Uni<Map<UUID, GrantTerms>> terms(Collection<UUID> grants) {
        return pool.preparedQuery("select id, terms from partner_grant where id = any($1)")
                .execute(Tuple.tuple().addArrayOfUUID(grants.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, GrantTerms> terms = new HashMap<>();
                    rows.forEach(row ->
                            terms.put(row.getUUID("id"), Document.read(row.getString("terms"), GrantTerms.class)));
                    return terms;
                });
    }

    /** Adds up a batch, unless another replica has. */
    Uni<Void> add(Batch batch, List<Used> used) {
        Tuple parameters = Tuple.tuple();
        batch.after().addTo(parameters);
        batch.last().addTo(parameters);
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(ADVANCE)
                .execute(parameters)
                .chain(advanced -> advanced.rowCount() == 0 || used.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : add(transaction, used)));
    }

    private static Uni<Void> add(SqlConnection transaction, List<Used> used) {
        UUID[] grants = used.stream().map(Used::grant).distinct().toArray(UUID[]::new);
        return read(transaction
                        .preparedQuery("select grant_id, document from grant_usage where grant_id = any($1)")
                        .execute(Tuple.tuple().addArrayOfUUID(grants)))
                .chain(sums -> {
                    used.forEach(use -> sums.put(
                            use.grant(),
                            sums.getOrDefault(use.grant(), Usage.NONE).and(use)));
                    UUID[] ids = sums.keySet().toArray(UUID[]::new);
                    String[] documents =
                            sums.values().stream().map(Document::write).toArray(String[]::new);
                    return transaction
                            .preparedQuery(ADD)
                            .execute(Tuple.tuple().addArrayOfUUID(ids).addArrayOfString(documents))
                            .replaceWithVoid();
                });
    }

    /** What has been used of each of the grants; of those never used, nothing. */
    public Uni<Map<UUID, Usage>> of(Collection<UUID> grants) {
        return read(pool.preparedQuery("select grant_id, document from grant_usage where grant_id = any($1)")
                .execute(Tuple.tuple().addArrayOfUUID(grants.toArray(UUID[]::new))));
    }

    private static Uni<Map<UUID, Usage>> read(Uni<RowSet<io.vertx.mutiny.sqlclient.Row>> found) {
        return found.map(rows -> {
            Map<UUID, Usage> sums = new HashMap<>();
            rows.forEach(
                    row -> sums.put(row.getUUID("grant_id"), Document.read(row.getString("document"), Usage.class)));
            return sums;
        });
    }

    private static Place place(io.vertx.mutiny.sqlclient.Row row, String at, String decision) {
        return new Place(row.getLong("epoch"), row.getOffsetDateTime(at).toInstant(), row.getUUID(decision));
    }

    private static Row row(io.vertx.mutiny.sqlclient.Row row) {
        Place place = place(row, "recorded_at", "id");
        return new Row(place.decision(), place.epoch(), place.at(), row.getString("inputs"), row.getString("result"));
    }
}
