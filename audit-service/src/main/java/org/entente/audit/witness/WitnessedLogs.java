package org.entente.audit.witness;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.entente.audit.log.LogAlarm;
import org.entente.outbox.Outbox;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.Cosigner;
import org.entente.tlog.Hash;
import org.entente.tlog.NoteSignature;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.WitnessRequest;
import org.jspecify.annotations.Nullable;

/** Of each log that we watch the tree that we have cosigned last: compared and replaced in one transaction, before anything is answered. */
@ApplicationScoped
class WitnessedLogs {

    // A log that misbehaves a thousand times has misbehaved.
    private static final int MOST_EVIDENCE = 1000;

    private final Pool pool;
    private final Watch watch;
    private final LogAlarm alarm;
    private final Outbox outbox;

    WitnessedLogs(Pool pool, Watch watch, LogAlarm alarm, Outbox outbox) {
        this.pool = pool;
        this.watch = watch;
        this.alarm = alarm;
        this.outbox = outbox;
    }

    /**
     * What was answered, stored by then.
     *
     * @param signature there if the answer is to cosign
     */
    record Judged(Answer answer, @Nullable NoteSignature signature) {}

    Uni<Judged> judge(WitnessRequest request, Cosigner cosigner) {
        String origin = request.checkpoint().checkpoint().origin();
        // Who is not watched, or did not sign, costs no transaction.
        Answer beforehand = Judge.judge(request, watch.of(origin), Judge.Latest.NONE);
        if (beforehand instanceof Answer.UnknownLog
                || beforehand instanceof Answer.NotSigned
                || beforehand instanceof Answer.Nonsense) {
            return Uni.createFrom().item(new Judged(beforehand, null));
        }
        return pool.withTransaction(connection -> lock(connection, origin).chain(stored -> {
            Answer answer = Judge.judge(request, watch.of(origin), stored.latest());
            return act(connection, request, stored, answer, cosigner);
        }));
    }

    private Uni<Judged> act(
            SqlClient connection, WitnessRequest request, Stored stored, Answer answer, Cosigner cosigner) {
        if (answer instanceof Answer.Cosign) {
            NoteSignature signature = cosigner.cosign(request.checkpoint(), stored.now());
            return replace(connection, request.checkpoint(), signature).replaceWith(new Judged(answer, signature));
        }
        Uni<Void> noted = Uni.createFrom().voidItem();
        if (answer instanceof Answer.SplitView) {
            noted = note(connection, LogAlarm.Kind.SPLIT_VIEW, request.checkpoint(), stored);
        } else if (answer instanceof Answer.NotGrown && stored.checkpoint() != null) {
            noted = note(connection, LogAlarm.Kind.INCONSISTENT, request.checkpoint(), stored);
        }
        return noted.replaceWith(new Judged(answer, null));
    }

    /** The newest checkpoint that we have cosigned, with our cosignature; for monitors. */
    Uni<Optional<String>> checkpoint(String originHash) {
        return pool.preparedQuery("select checkpoint from witnessed_log"
                        + " where size > 0 and encode(sha256(convert_to(origin, 'UTF8')), 'hex') = $1")
                .execute(Tuple.of(originHash))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("checkpoint"))
                        .findFirst());
    }

    private record Stored(Judge.Latest latest, @Nullable String checkpoint, Instant now) {}

    /** Makes sure that there is a row, also for a log that was never cosigned, so that two first requests wait for each other. */
    private static Uni<Stored> lock(SqlClient connection, String origin) {
        return connection
                .preparedQuery("insert into witnessed_log (origin, size, root, checkpoint) values ($1, 0, $2, '')"
                        + " on conflict do nothing")
                .execute(Tuple.of(origin, Buffer.buffer(Hash.EMPTY_TREE.bytes())))
                .chain(() -> connection
                        .preparedQuery("select size, root, checkpoint, clock_timestamp() as now from witnessed_log"
                                + " where origin = $1 for update")
                        .execute(Tuple.of(origin)))
                .map(rows -> stored(rows.iterator()));
    }

    private static Stored stored(RowIterator<Row> rows) {
        Row row = rows.next();
        Judge.Latest latest = new Judge.Latest(
                row.getLong("size"), Hash.of(row.getBuffer("root").getBytes()));
        String checkpoint = row.getString("checkpoint");
        return new Stored(
                latest,
                checkpoint.isEmpty() ? null : checkpoint,
                row.getOffsetDateTime("now").toInstant());
    }

    private static Uni<Void> replace(SqlClient connection, SignedCheckpoint signed, NoteSignature signature) {
        Checkpoint tree = signed.checkpoint();
        return connection
                .preparedQuery(
                        "update witnessed_log set size = $2, root = $3, checkpoint = $4, cosigned = now() where origin = $1")
                .execute(Tuple.of(
                        tree.origin(),
                        tree.size(),
                        Buffer.buffer(tree.root().bytes()),
                        signed.with(List.of(signature)).toString()))
                .replaceWithVoid();
    }

    /** Alarms once for each checkpoint, and keeps both sides of the contradiction. */
    private Uni<Void> note(SqlClient connection, LogAlarm.Kind kind, SignedCheckpoint submitted, Stored stored) {
        Checkpoint tree = submitted.checkpoint();
        String against = stored.checkpoint() == null ? "" : stored.checkpoint();
        String detail = "it signed a tree of " + tree.size() + " entries with root " + tree.root()
                + ", and before that one of " + stored.latest().size() + " with root "
                + stored.latest().root();
        return connection
                .preparedQuery("insert into misbehaviour (origin, size, root, kind, checkpoint, against)"
                        + " select $1, $2, $3, $4, $5, $6 where (select count(*) from misbehaviour where origin = $1) < $7"
                        + " on conflict do nothing")
                .execute(Tuple.tuple()
                        .addString(tree.origin())
                        .addLong(tree.size())
                        .addString(tree.root().toString())
                        .addString(kind.name())
                        .addString(submitted.toString())
                        .addString(against)
                        .addInteger(MOST_EVIDENCE))
                .chain(rows -> {
                    if (rows.rowCount() == 0) {
                        return Uni.createFrom().voidItem();
                    }
                    alarm.note(kind, detail, tree.origin());
                    return outbox.append(
                            connection,
                            List.of(alarm.event(
                                    kind, detail, tree.origin(), SignedCheckpoint.parse(against), submitted)));
                });
    }
}
