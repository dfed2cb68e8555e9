package org.entente.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Hands the events of the outbox to Kafka, in order per subject and at least once; one replica at a time, whoever
 * holds the lock. The database wakes it at every commit; a slow timer finds what a lost notification left behind.
 */
@ApplicationScoped
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final long TIMER_MILLIS = 1_000;
    /** Events that come within this time of each other share a transaction. */
    private static final long LINGER_MILLIS = 20;

    private static final long LOCK = 0x6f7574626f78L; // "outbox"

    private final Pool pool;
    private final Vertx vertx;
    private final MutinyEmitter<String> emitter;
    private final RelayConnection connection;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;

    Relay(
            Pool pool,
            Vertx vertx,
            @Channel("events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<String> emitter,
            RelayConnection connection) {
        this.pool = pool;
        this.vertx = vertx;
        this.emitter = emitter;
        this.connection = connection;
    }

    void start(@Observes StartupEvent event) {
        PgSubscriber subscriber =
                PgSubscriber.subscriber(vertx, connection.options()).reconnectPolicy(attempt -> TIMER_MILLIS);
        subscriber.channel("outbox").handler(ignored -> wake());
        subscriber.connect();
        vertx.setPeriodic(TIMER_MILLIS, ignored -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void wake() {
        wanted.set(true);
        if (!stopped && running.compareAndSet(false, true)) {
            linger();
        }
    }

    private void linger() {
        vertx.setTimer(LINGER_MILLIS, ignored -> drain());
    }

    private void drain() {
        wanted.set(false);
        pool.withTransaction(this::relay).subscribe().with(this::drained, this::failed);
    }

    private void drained(int relayed) {
        if (!stopped && relayed == BATCH) {
            drain();
            return;
        }
        if (!stopped && wanted.get()) {
            linger();
            return;
        }
        running.set(false);
        if (wanted.get()) {
            wake();
        }
    }

    private void failed(Throwable fault) {
        running.set(false);
        if (!stopped) {
            LOG.warnf("Events wait in the outbox: %s", fault.getMessage());
        }
    }

    /**
     * While Kafka is slow the transaction waits, longer than others may; not for ever, or a stopped replica would keep the lock.
     * Its commit does not wait for the disk: what it forgets Kafka has, and what a crash brings back is sent again and
     * applied once.
     */
    private Uni<Integer> relay(SqlConnection transaction) {
        return transaction
                .preparedQuery("select pg_try_advisory_xact_lock($1) as mine,"
                        + " set_config('idle_in_transaction_session_timeout', '180s', true),"
                        + " set_config('synchronous_commit', 'off', true)")
                .execute(Tuple.of(LOCK))
                .chain(rows -> rows.iterator().next().getBoolean("mine")
                        ? relayBatch(transaction)
                        : Uni.createFrom().item(0));
    }

    private Uni<Integer> relayBatch(SqlConnection transaction) {
        return transaction
                .preparedQuery("select seq, subject, event from outbox order by seq limit $1")
                .execute(Tuple.of(BATCH))
                .chain(rows -> {
                    List<Long> sent = new ArrayList<>();
                    List<Uni<Void>> sends = new ArrayList<>();
                    for (Row row : rows) {
                        sent.add(row.getLong("seq"));
                        sends.add(send(row.getString("subject"), row.getString("event")));
                    }
                    return sends.isEmpty()
                            ? Uni.createFrom().item(0)
                            : Uni.join().all(sends).andFailFast().chain(() -> forget(transaction, sent));
                });
    }

    private Uni<Void> send(String subject, String event) {
        OutgoingKafkaRecordMetadata<String> metadata =
                OutgoingKafkaRecordMetadata.<String>builder().withKey(subject).build();
        return emitter.sendMessage(Message.of(event, Metadata.of(metadata)));
    }

    private static Uni<Integer> forget(SqlConnection transaction, List<Long> sent) {
        return transaction
                .preparedQuery("delete from outbox where seq = any($1)")
                .execute(Tuple.of(sent.toArray(Long[]::new)))
                .replaceWith(sent.size());
    }

    /** How the relay's listening connection reaches the database: as the pool does, but on a connection of its own. */
    @ApplicationScoped
    static class RelayConnection {
        private final String url;
        private final String user;
        private final String password;

        RelayConnection(
                @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
                @ConfigProperty(name = "quarkus.datasource.username") String user,
                @ConfigProperty(name = "quarkus.datasource.password") String password) {
            this.url = url;
            this.user = user;
            this.password = password;
        }

        PgConnectOptions options() {
            return PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
        }
    }
}
