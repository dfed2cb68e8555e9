package org.entente.audit.cosigning;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.audit.log.PublishedLog;
import org.entente.tlog.SignedCheckpoint;
import org.entente.tlog.TrustPolicy;
import org.jboss.logging.Logger;

/** In rounds, asks all witnesses about one checkpoint, so that their cosignatures add up; the log goes on meanwhile. */
@ApplicationScoped
class Cosigning {

    private static final Logger LOG = Logger.getLogger(Cosigning.class);

    private final CosigningConfig config;
    private final CosignedCheckpoints cosigned;
    private final PublishedLog log;
    private final Vertx vertx;
    private final List<Asking> witnesses;
    private final AtomicBoolean inRound = new AtomicBoolean();
    private volatile boolean stopped;

    Cosigning(
            CosigningConfig config,
            CosignedCheckpoints cosigned,
            PublishedLog log,
            Vertx vertx,
            TrustPolicy policy,
            WitnessClient client,
            Doubts doubts) {
        this.config = config;
        this.cosigned = cosigned;
        this.log = log;
        this.vertx = vertx;
        Asking.Tools tools = new Asking.Tools(client, cosigned, log, doubts);
        this.witnesses = policy.witnesses().stream()
                .map(witness -> new Asking(witness, tools))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        if (!witnesses.isEmpty()) {
            vertx.setPeriodic(config.every().toMillis(), ignored -> tick());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void tick() {
        if (stopped || !inRound.compareAndSet(false, true)) {
            return;
        }
        cosigned.isOurTurn(config.every().dividedBy(2))
                .chain(ours -> ours ? begin() : Uni.createFrom().voidItem())
                .eventually(() -> inRound.set(false))
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("Witnesses were not asked: %s", failure.getMessage()));
    }

    /** Begins a round and does not wait for its answers: who is slow misses the next rounds, and nobody waits for it. */
    private Uni<Void> begin() {
        return log.head()
                .invoke(signed -> round(signed).subscribe().with(done -> {}, failure -> {}))
                .replaceWithVoid();
    }

    /** All witnesses, at once; passes when each has answered or failed. */
    Uni<Void> round(SignedCheckpoint signed) {
        if (signed.checkpoint().size() == 0 || witnesses.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.join()
                .all(witnesses.stream().map(witness -> witness.ask(signed)).toList())
                .andFailFast()
                .replaceWithVoid();
    }
}
