package org.entente.catalog.asset;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;

/** Withdraws assets for good: with its data key gone, nothing of an asset can be read again, wherever a copy of it lies. */
@ApplicationScoped
public class Withdrawals {
    private static final String FIND = """
            select a.id, a.originator, a.registered, w.withdrawn, w.actor, w.reason,
                   (select count(*) from asset_version where asset = a.id)::integer as versions
            from asset a join asset_withdrawal w on w.asset = a.id where a.id = $1""";
    private static final String INSERT = """
            insert into asset_withdrawal (asset, reason, actor, withdrawn) values ($1, $2, $3, $4) on conflict do nothing""";
    /** What cannot be read without the key goes as well, and what is kept in the clear for repetitions of requests. */
    private static final List<String> ERASE = List.of(
            "delete from listed_asset where asset = $1",
            "delete from asset_key where asset = $1",
            "delete from search_posting where asset = $1",
            "delete from tearline_posting where asset = $1",
            "update release set manifest = '', package = '' where asset = $1",
            "delete from attachment where id in (select attachment from attachment_use where asset = $1)",
            "delete from idempotency where location like '/catalog/assets/' || $1::uuid::text || '%'");

    private final Pool pool;
    private final Outbox outbox;
    private final ObjectMapper json;

    Withdrawals(Pool pool, Outbox outbox, ObjectMapper json) {
        this.pool = pool;
        this.outbox = outbox;
        this.json = json;
    }

    /** What remains of a withdrawn asset; empty if there is no such asset, or if it is still there. */
    public Uni<Optional<WithdrawnAsset>> find(UUID id) {
        return find(pool, id);
    }

    /** Withdraws an asset of that originator; one that is withdrawn already stays as it is.
     * @throws Problem (as failure) 404 if there is none, 403 if it is somebody else's
     */
    Uni<WithdrawnAsset> withdraw(UUID id, String originator, String reason, String actor) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery("select originator from asset where id = $1")
                .execute(Tuple.of(id))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound();
                    }
                    if (!rows.iterator().next().getString("originator").equals(originator)) {
                        throw Problem.forbidden("Only its originator may withdraw it.");
                    }
                })
                .chain(() -> erase(transaction, id, reason, actor))
                .chain(() -> find(transaction, id))
                .map(Optional::orElseThrow));
    }

    private Uni<Void> erase(SqlClient transaction, UUID id, String reason, String actor) {
        Event event = Event.of(
                EventTypes.ASSET_WITHDRAWN,
                id.toString(),
                null,
                actor,
                json.createObjectNode().put("reason", reason));
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(id, reason, actor, event.time().atOffset(ZoneOffset.UTC)))
                .chain(inserted -> {
                    Uni<Void> erased = Uni.createFrom().voidItem();
                    if (inserted.rowCount() == 0) {
                        return erased;
                    }
                    for (String statement : ERASE) {
                        erased = erased.chain(() -> transaction
                                .preparedQuery(statement)
                                .execute(Tuple.of(id))
                                .replaceWithVoid());
                    }
                    return erased.chain(() -> outbox.append(transaction, List.of(event)));
                });
    }

    private static Uni<Optional<WithdrawnAsset>> find(SqlClient client, UUID id) {
        return client.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .findFirst()
                .map(row -> new WithdrawnAsset(
                        row.getUUID("id"),
                        row.getString("originator"),
                        row.getOffsetDateTime("registered").toInstant(),
                        row.getInteger("versions"),
                        row.getOffsetDateTime("withdrawn").toInstant(),
                        row.getString("actor"),
                        row.getString("reason"))));
    }
}
