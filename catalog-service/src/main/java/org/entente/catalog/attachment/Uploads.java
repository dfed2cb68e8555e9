package org.entente.catalog.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.catalog.content.WrappedKey;

/** Where attachments are kept, in chunks. */
@ApplicationScoped
public class Uploads {
    private static final String FIND = """
            select a.id, a.media_type, a.chunks, a.size, a.sha256, k.wrapped, k.wrapped_with
            from attachment a join attachment_key k on k.id = a.id
            where a.id = any($1) and a.owner = $2 and a.size is not null""";
    private static final String COMPLETE = """
            with complete as (update attachment set chunks = $2, size = $3, sha256 = $4 where id = $1)
            insert into attachment_key (id, wrapped, wrapped_with) values ($1, $5, $6)""";
    private static final String FORGET = """
            delete from attachment a where started < now() - make_interval(secs => $1)
            and not exists (select from attachment_use where attachment = a.id)""";

    private final Pool pool;

    Uploads(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> begin(UUID id, String owner, String mediaType) {
        return pool.preparedQuery("insert into attachment (id, owner, media_type) values ($1, $2, $3)")
                .execute(Tuple.of(id, owner, mediaType))
                .replaceWithVoid();
    }

    Uni<Void> add(UUID id, int seq, byte[] sealed) {
        return pool.preparedQuery("insert into attachment_chunk (attachment, seq, content) values ($1, $2, $3)")
                .execute(Tuple.of(id, seq, Buffer.buffer(sealed)))
                .replaceWithVoid();
    }

    /** From now on it can be taken into an asset. */
    Uni<Void> complete(Upload upload) {
        return pool.preparedQuery(COMPLETE)
                .execute(Tuple.from(List.of(
                        upload.id(),
                        upload.chunks(),
                        upload.size(),
                        upload.sha256(),
                        Buffer.buffer(upload.key().bytes()),
                        upload.key().wrappedWith())))
                .replaceWithVoid();
    }

    Uni<Void> discard(UUID id) {
        return pool.preparedQuery("delete from attachment where id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    /** Those of the uploads that are complete, of this owner, and in no asset yet. */
    public Uni<List<Upload>> find(List<UUID> ids, String owner) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(ids.toArray(UUID[]::new), owner))
                .map(Uploads::read);
    }

    /** A chunk as it is kept; empty if there is none. */
    public Uni<Optional<byte[]>> chunk(UUID id, int seq) {
        return pool.preparedQuery("select content from attachment_chunk where attachment = $1 and seq = $2")
                .execute(Tuple.of(id, seq))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(
                                rows.iterator().next().getBuffer("content").getBytes()));
    }

    /** Forgets uploads that no asset has taken in for so long. */
    Uni<Integer> forget(Duration age) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) age.toSeconds()))
                .map(RowSet::rowCount);
    }

    private static List<Upload> read(RowSet<Row> rows) {
        List<Upload> uploads = new ArrayList<>(rows.size());
        rows.forEach(row -> uploads.add(new Upload(
                row.getUUID("id"),
                row.getString("media_type"),
                row.getInteger("chunks"),
                row.getLong("size"),
                row.getString("sha256"),
                new WrappedKey(
                        row.getString("wrapped_with"), row.getBuffer("wrapped").getBytes()))));
        return uploads;
    }
}
