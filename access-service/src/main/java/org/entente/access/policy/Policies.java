package org.entente.access.policy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The compiled policy of this replica, read again as soon as a record shows that it is out of date. */
@ApplicationScoped
public class Policies {
    private static final Logger LOG = Logger.getLogger(Policies.class);
    private static final Duration LOADS_WITHIN = Duration.ofSeconds(10);

    private final PolicyStore store;
    private final AtomicReference<@Nullable Uni<CompiledPolicy>> loading = new AtomicReference<>();
    private volatile @Nullable CompiledPolicy compiled;

    Policies(PolicyStore store, MeterRegistry metrics) {
        this.store = store;
        metrics.gauge("entente.policy.epoch", this, Policies::epoch);
    }

    /** Compiles once while starting, so that the first decision need not wait; a store that is away can come later. */
    void start(@Observes StartupEvent event) {
        current()
                .subscribe()
                .with(ignored -> {}, fault -> LOG.warnf("Policy not compiled yet: %s", fault.getMessage()));
    }

    public boolean isCompiled() {
        return compiled != null;
    }

    /** The policy at hand, which the record of a decision proves to be of the present epoch, or not. */
    public Uni<CompiledPolicy> current() {
        CompiledPolicy known = compiled;
        return known == null ? load() : Uni.createFrom().item(known);
    }

    /** A policy other than the one of that epoch, which is known to be over. */
    public Uni<CompiledPolicy> after(long epoch) {
        CompiledPolicy known = compiled;
        return known == null || known.epoch() <= epoch
                ? load()
                : Uni.createFrom().item(known);
    }

    /** The policy in force now, whatever this replica has at hand; compiled and given on a worker thread. */
    public Uni<CompiledPolicy> inForce() {
        return store.load(Infrastructure.getDefaultWorkerPool());
    }

    /** Policy as it was at an epoch, empty where its history is not known; compiled and given on a worker thread. */
    public Uni<Optional<CompiledPolicy>> at(long epoch) {
        return store.load(Infrastructure.getDefaultWorkerPool(), epoch);
    }

    /** All who wait for a policy wait for the same one. */
    private Uni<CompiledPolicy> load() {
        Uni<CompiledPolicy> fresh = Uni.createFrom()
                .deferred(() -> store.load(Runnable::run))
                .ifNoItem()
                .after(LOADS_WITHIN)
                .fail()
                .invoke(policy -> compiled = policy)
                .eventually(() -> loading.set(null))
                .memoize()
                .indefinitely();
        Uni<CompiledPolicy> present = loading.compareAndSet(null, fresh) ? fresh : loading.get();
        return present == null ? load() : present;
    }

    private long epoch() {
        CompiledPolicy known = compiled;
        return known == null ? 0 : known.epoch();
    }
}
