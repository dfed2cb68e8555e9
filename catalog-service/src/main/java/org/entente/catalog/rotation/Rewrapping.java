package org.entente.catalog.rotation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.Keyring;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.content.WrappedKey;
import org.entente.catalog.rotation.KeyRotation.State;
import org.jboss.logging.Logger;

/**
 * Does the work of the running rotation, a batch per transaction, one replica at a time. Whatever stops it, the next
 * replica that looks goes on where it stopped.
 */
@ApplicationScoped
class Rewrapping {
    private static final Logger LOG = Logger.getLogger(Rewrapping.class);
    private static final long TIMER_MILLIS = 1_000;
    private static final long LOCK = 0x72657772617070L; // "rewrapp"
    private static final int BATCH = 500;

    private final Pool pool;
    private final KeyRotations rotations;
    private final Keyring keyring;
    private final Vertx vertx;
    private final AtomicBoolean isWorking = new AtomicBoolean();
    private volatile boolean isStopped;

    Rewrapping(Pool pool, KeyRotations rotations, Keyring keyring, Vertx vertx) {
        this.pool = pool;
        this.rotations = rotations;
        this.keyring = keyring;
        this.vertx = vertx;
    }

    /**
     * What became of the keys of a batch.
     *
     * @param wrapped in base64: the client knows arrays of text, but not of bytes
     */
    private record Batch(List<UUID> passed, List<String> wrapped, List<UUID> failed) {
        int size() {
            return passed.size() + failed.size();
        }
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(TIMER_MILLIS, ignored -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        isStopped = true;
    }

    /** Looks whether there is something to do. */
    void wake() {
        if (!isStopped && isWorking.compareAndSet(false, true)) {
            vertx.getOrCreateContext().runOnContext(ignored -> work());
        }
    }

    private void work() {
        pool.withTransaction(this::step)
                .subscribe()
                .with(
                        isMore -> {
                            if (isMore && !isStopped) {
                                work();
                            } else {
                                isWorking.set(false);
                            }
                        },
                        fault -> {
                            isWorking.set(false);
                            LOG.warnf("Key rotation waits: %s", fault.getMessage());
                        });
    }

    /** Whether there may be more to do. */
    private Uni<Boolean> step(SqlConnection transaction) {
        return transaction
                .preparedQuery("select pg_try_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? rotations
                                .running(transaction)
                                .chain(running -> running.isEmpty()
                                        ? Uni.createFrom().item(false)
                                        : step(transaction, running.get(), 0))
                        : Uni.createFrom().item(false));
    }

    /** One kind of keys after the other; when there is none left of the last, the rotation is over. */
    private Uni<Boolean> step(SqlConnection transaction, KeyRotation rotation, int kind) {
        if (!keyring.primary().equals(rotation.target())) {
            return Uni.createFrom().item(false); // a replica that does not have that key yet leaves it to the others
        }
        if (kind == HeldKeys.values().length) {
            return rotations
                    .end(transaction, rotation, rotation.failed() == 0 ? State.COMPLETED : State.INCOMPLETE)
                    .replaceWith(false);
        }
        HeldKeys held = HeldKeys.values()[kind];
        return transaction
                .preparedQuery(held.next())
                .execute(Tuple.of(rotation.target(), rotation.id(), BATCH))
                .chain(rows -> OffEventLoop.run(() -> rewrap(rows, held)))
                .chain(batch -> batch.size() == 0
                        ? step(transaction, rotation, kind + 1)
                        : store(transaction, rotation, held, batch).replaceWith(true));
    }

    private Batch rewrap(RowSet<Row> rows, HeldKeys held) {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Row row : rows) {
            UUID id = row.getUUID("id");
            WrappedKey old = new WrappedKey(
                    row.getString("wrapped_with"), row.getBuffer("wrapped").getBytes());
            try {
                byte[] wrapped = keyring.rewrap(old, held.use().binding(id)).bytes();
                batch.passed().add(id);
                batch.wrapped().add(Base64.getEncoder().encodeToString(wrapped));
            } catch (IntegrityException unopened) {
                LOG.errorf("The key of %s %s is as it was: it cannot be unwrapped", held, id);
                batch.failed().add(id);
            }
        }
        return batch;
    }

    private Uni<Void> store(SqlConnection transaction, KeyRotation rotation, HeldKeys held, Batch batch) {
        Tuple fresh = Tuple.tuple()
                .addString(rotation.target())
                .addArrayOfUUID(batch.passed().toArray(UUID[]::new))
                .addArrayOfString(batch.wrapped().toArray(String[]::new));
        return transaction
                .preparedQuery(held.rewrap())
                .execute(fresh)
                .chain(() -> transaction
                        .preparedQuery("insert into key_rotation_failure select $1, $2, unnest($3::uuid[])")
                        .execute(Tuple.of(
                                rotation.id(), held.name(), batch.failed().toArray(UUID[]::new))))
                .chain(() -> transaction
                        .preparedQuery("update key_rotation set rewrapped = rewrapped + $2 where id = $1")
                        .execute(Tuple.of(rotation.id(), batch.passed().size())))
                .replaceWithVoid();
    }
}
