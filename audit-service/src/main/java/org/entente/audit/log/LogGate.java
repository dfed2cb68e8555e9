package org.entente.audit.log;

import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.entente.tlog.KeyChain;
import org.entente.tlog.SignedCheckpoint;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody append before the stored log was compared with what is remembered outside the database, nor after it turned out to be
 * another one. A service whose log was rolled back ends; the comparison alone needs no more than the newest checkpoints.
 */
@ApplicationScoped
public class LogGate {

    private static final Logger LOG = Logger.getLogger(LogGate.class);

    private final List<Memory> memories;
    private final PublishedLog log;
    private final LogIdentity identity;
    private final LogAlarm alarm;
    private final Uni<Void> compared;
    private volatile @Nullable RolledBackException closed;

    LogGate(@All List<Memory> memories, PublishedLog log, LogIdentity identity, LogAlarm alarm) {
        this.memories = memories;
        this.log = log;
        this.identity = identity;
        this.alarm = alarm;
        this.compared = Uni.createFrom().deferred(this::compare).memoize().until(() -> !isCompared);
    }

    private volatile boolean isCompared;

    /** Passes at once when the comparison was made; fails while a memory that is needed does not answer, and for ever when closed. */
    Uni<Void> pass() {
        RolledBackException why = closed;
        if (why != null) {
            return Uni.createFrom().failure(why);
        }
        return isCompared ? Uni.createFrom().voidItem() : compared;
    }

    /** Compares with every memory, one after the other. */
    Uni<Void> compare() {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Memory memory : memories) {
            all = all.chain(() -> compareWith(memory));
        }
        return all.invoke(() -> isCompared = true);
    }

    private Uni<Void> compareWith(Memory memory) {
        Uni<List<SignedCheckpoint>> recalled = memory.recall();
        Uni<List<SignedCheckpoint>> asNeeded = memory.isNeeded()
                ? recalled
                : recalled.onFailure()
                        .invoke(failure -> LOG.warnf("%s was not asked: %s", memory.name(), failure.getMessage()))
                        .onFailure()
                        .recoverWithItem(List.of());
        return asNeeded.chain(checkpoints -> {
            Uni<Void> each = Uni.createFrom().voidItem();
            for (SignedCheckpoint checkpoint : checkpoints) {
                each = each.chain(() -> compareWith(new Remembered(memory.name(), checkpoint)));
            }
            return each;
        });
    }

    /** Closes for ever, alarms, and fails, if the checkpoint is ours and the stored log does not hold it. */
    public Uni<Void> compareWith(String by, SignedCheckpoint checkpoint) {
        return compareWith(new Remembered(by, checkpoint));
    }

    private Uni<Void> compareWith(Remembered remembered) {
        long size = remembered.signed().checkpoint().size();
        return identity.chain()
                .chain(chain -> isOurs(remembered, chain)
                        ? log.size()
                                .invoke(remembered::requireStored)
                                .chain(() -> log.root(size))
                                .invoke(remembered::requireSame)
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem())
                .onFailure(RolledBackException.class)
                .call(failure -> close((RolledBackException) failure, remembered.signed()));
    }

    private static boolean isOurs(Remembered remembered, KeyChain chain) {
        boolean isOurs = remembered.isOurs(chain).isVerified();
        if (!isOurs) {
            LOG.warnf("%s remembers a checkpoint that none of our keys signed", remembered.by());
        }
        return isOurs;
    }

    private Uni<Void> close(RolledBackException why, SignedCheckpoint evidence) {
        closed = why;
        return alarm.raise(LogAlarm.Kind.ROLLED_BACK, String.valueOf(why.getMessage()), identity.origin(), evidence);
    }

    /** Keeps a published checkpoint in every memory; what fails is tried again with the next one. */
    Uni<Void> keep(SignedCheckpoint checkpoint) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Memory memory : memories) {
            all = all.chain(() -> memory.keep(checkpoint)
                    .onFailure()
                    .invoke(failure -> LOG.warnf(
                            "%s does not know the newest checkpoint: %s", memory.name(), failure.getMessage()))
                    .onFailure()
                    .recoverWithNull());
        }
        return all;
    }

    /** Compares right after the start, again and again until a memory that is needed answers; ends the service if the log was rolled back. */
    void compareInBackground() {
        pass().onFailure(failure -> !(failure instanceof RolledBackException))
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .indefinitely()
                .subscribe()
                .with(done -> LOG.debug("The stored log is the one that is remembered"), failure -> {
                    LOG.fatal(failure.getMessage());
                    Quarkus.asyncExit(1);
                });
    }
}
