package org.entente.access.simulation;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.access.policy.Policies;
import org.entente.http.Problem;
import org.jboss.logging.Logger;

/** Runs simulations on threads of their own, a few at a time, each taking no more than its share of the time. */
@ApplicationScoped
class Simulations {
    private static final Logger LOG = Logger.getLogger(Simulations.class);

    private final SimulationStore store;
    private final Policies policies;
    private final SimulationSettings settings;
    private final MeterRegistry metrics;
    private final ExecutorService threads;
    private final AtomicInteger running = new AtomicInteger();

    Simulations(SimulationStore store, Policies policies, SimulationSettings settings, MeterRegistry metrics) {
        if (settings.atOnce() < 1 || settings.pageSize() < 1 || !(settings.share() > 0 && settings.share() <= 1)) {
            throw new IllegalStateException("entente.simulation.at-once and .page-size are 1 at least,"
                    + " entente.simulation.share is more than 0 and at most 1.");
        }
        this.store = store;
        this.policies = policies;
        this.settings = settings;
        this.metrics = metrics;
        this.threads = Executors.newFixedThreadPool(settings.atOnce(), Simulations::thread);
        metrics.gauge("entente.simulations.running", running);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "simulation");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes one of the places, or refuses with a 503 problem; whoever has one starts a simulation or gives it back. */
    void reserve() {
        if (running.incrementAndGet() > settings.atOnce()) {
            giveBack();
            throw Problem.unavailable("As many simulations as may run here are running.");
        }
    }

    void giveBack() {
        running.decrementAndGet();
    }

    void start(Job job) {
        threads.execute(() -> {
            String outcome = "failed";
            try {
                outcome = run(job) ? "done" : "cancelled";
            } catch (RuntimeException fault) {
                LOG.warnf(fault, "The simulation %s failed.", job.id());
                store.fail(job.id());
            } catch (InterruptedException stopping) {
                store.fail(job.id());
            } finally {
                metrics.counter("entente.simulations", "outcome", outcome).increment();
                giveBack();
            }
        });
    }

    /** Whether it came to its end; not, if someone cancelled it. */
    private boolean run(Job job) throws InterruptedException {
        Comparison comparison = new Comparison(policies, job);
        Progress progress = new Progress(Tally.NONE);
        Optional<Source.Item> item = job.source().next();
        while (item.isPresent()) {
            progress.add(item.get(), comparison.of(item.get()));
            item = job.source().next();
            if (item.isEmpty() || progress.isDue(settings.pageSize())) {
                if (!store.keep(job.id(), progress)) {
                    return false;
                }
                Thread.sleep(rest(progress.worked()));
                progress = progress.next();
            }
        }
        return store.end(job.id());
    }

    private long rest(long workedNanos) {
        return (long) (workedNanos / 1e6 * (1 / settings.share() - 1));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
