package org.entente.catalog.contribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.WrappedKey;
import org.entente.catalog.contribution.Contribution.Fate;
import org.entente.catalog.contribution.Contribution.Outcome;
import org.jspecify.annotations.Nullable;

/** Reads contributions. */
@ApplicationScoped
public class StoredContributions {
    private static final String COLUMNS =
            "select c.id, c.partner, c.root, c.category, c.received, c.actor, c.asset, c.wrapped, c.wrapped_with ";
    private static final String ONE = COLUMNS + """
            , o.place, o.object, o.version, o.outcome, o.message, o.content
            from contribution c join contribution_outcome o on o.contribution = c.id where c.id = $1 order by o.place""";
    private static final String PAGE = """
            select c.id, c.partner, c.category, c.received, c.objects, c.asset,
                   (select count(*) from contribution_outcome o where o.contribution = c.id and o.outcome = 'quarantined')
                       as quarantined
            from contribution c where (c.received, c.id) < ($1, $2) order by c.received desc, c.id desc limit $3""";
    private static final String FORGET = """
            delete from contributed_object where partner = $1 and object = $2
                   and ($3::timestamptz[] is null or object_version = any($3))""";

    private final Pool pool;
    private final KeyProvider keys;
    private final ObjectMapper json;

    StoredContributions(Pool pool, KeyProvider keys, ObjectMapper json) {
        this.pool = pool;
        this.keys = keys;
        this.json = json;
    }

    /** A contribution in a list. */
    record Listed(
            UUID id,
            String partner,
            String category,
            Instant received,
            int objects,
            long quarantined,
            @Nullable UUID asset) {}

    /** A contribution, with what is kept apart where the contents are wanted. */
    public Uni<Optional<Contribution>> find(UUID id, boolean withContents) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(contribution(rows, withContents)));
    }

    Uni<List<Listed>> page(Instant before, UUID beforeId, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), beforeId, limit))
                .map(rows -> {
                    List<Listed> listed = new ArrayList<>();
                    rows.forEach(row -> listed.add(listed(row)));
                    return listed;
                });
    }

    /** Forgets that a partner contributed an object, so that it may do so again; in all versions if none are named. */
    public Uni<Void> forget(SqlClient transaction, String partner, String object, List<Instant> versions) {
        Tuple values = Tuple.of(partner, object);
        if (versions.isEmpty()) {
            values.addValue(null);
        } else {
            values.addArrayOfOffsetDateTime(
                    versions.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new));
        }
        return transaction.preparedQuery(FORGET).execute(values).replaceWithVoid();
    }

    private static Listed listed(Row row) {
        return new Listed(
                row.getUUID("id"),
                row.getString("partner"),
                row.getString("category"),
                row.getOffsetDateTime("received").toInstant(),
                row.getInteger("objects"),
                row.getLong("quarantined"),
                row.getUUID("asset"));
    }

    private Contribution contribution(RowSet<Row> rows, boolean withContents) {
        Row first = rows.iterator().next();
        UUID id = first.getUUID("id");
        @Nullable DataKey key = withContents
                ? DataKey.unwrap(
                        id,
                        new WrappedKey(
                                first.getString("wrapped_with"),
                                first.getBuffer("wrapped").getBytes()),
                        keys)
                : null;
        List<Outcome> outcomes = new ArrayList<>();
        rows.forEach(row -> outcomes.add(outcome(id, row, key)));
        return new Contribution(
                id,
                first.getString("partner"),
                first.getString("root"),
                first.getString("category"),
                first.getOffsetDateTime("received").toInstant(),
                first.getString("actor"),
                outcomes,
                first.getUUID("asset"));
    }

    private Outcome outcome(UUID id, Row row, @Nullable DataKey key) {
        Buffer sealed = row.getBuffer("content");
        return new Outcome(
                row.getString("object"),
                row.getOffsetDateTime("version").toInstant(),
                Fate.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getString("message"),
                sealed == null || key == null
                        ? null
                        : content(key.open(ContributionRows.place(id, row.getInteger("place")), sealed.getBytes())));
    }

    private JsonNode content(byte[] plain) {
        try {
            return json.readTree(plain);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
