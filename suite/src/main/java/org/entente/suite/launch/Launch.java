package org.entente.suite.launch;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.suite.certificate.DevelopmentCertificates;
import org.entente.suite.gateway.Gateway;
import org.entente.suite.kafka.KafkaComponent;
import org.entente.suite.keycloak.Distribution;
import org.entente.suite.keycloak.KeycloakComponent;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Installation;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.entente.suite.postgres.Migrations;
import org.entente.suite.postgres.PostgresComponent;
import org.entente.suite.process.Component;
import org.entente.suite.process.LeftOvers;
import org.entente.suite.process.Supervisor;
import org.entente.suite.quarkus.ServiceComponent;

/** One run of the whole suite, from the first check to the last process. */
public final class Launch implements AutoCloseable {

    private final Installation installation;
    private final Home home;
    private final Ports ports;
    private final Progress progress;
    private final Supervisor supervisor;
    private final ExecutorService starting = Executors.newCachedThreadPool();
    private final AtomicReference<Gateway> gateway = new AtomicReference<>();

    /** Prepares a run; the caller holds the home's {@link Claim}. */
    public Launch(Installation installation, Ports ports, Progress progress) throws IOException {
        this.installation = installation;
        this.home = installation.home();
        this.ports = ports;
        this.progress = progress;
        this.supervisor = new Supervisor(progress::say);
    }

    /**
     * Stops what a killed launcher left over, and makes sure that there is room.
     *
     * @throws IOException if something is missing; the message is one line, and nothing has been started
     */
    public void prepare() throws IOException {
        new LeftOvers(home).stopAll();
        new Preflight(home, ports).check();
        new Logs(home).rotate();
        new DevelopmentCertificates(home.certificates()).ensure();
    }

    /**
     * Starts everything and returns when all parts are ready.
     *
     * @throws IOException if one does not get ready; the message is one line. The caller closes this run then, too.
     */
    public void start() throws IOException {
        RunningSuite state = new RunningSuite(home);
        state.save(ports, false);
        CompletableFuture<Void> database = start(new PostgresComponent(home, ports));
        CompletableFuture<Void> broker = start(new KafkaComponent(home, ports));
        CompletableFuture<Void> migrated = database.thenRunAsync(() -> quietly(this::migrate), starting);
        CompletableFuture<Void> identities = CompletableFuture.allOf(database, prepareKeycloak())
                .thenCompose(ready -> start(new KeycloakComponent(installation, ports)));
        join(List.of(broker, migrated, identities));
        timed(Part.GATEWAY.label(), this::openGateway);
        List<CompletableFuture<Void>> services = new ArrayList<>();
        for (Part service : Part.services()) {
            services.add(start(new ServiceComponent(installation, ports, service)));
        }
        join(services);
        state.save(ports, true);
    }

    /** Stops the gateway, the services, Keycloak, Kafka and PostgreSQL, in this order. */
    @Override
    public void close() throws IOException {
        supervisor.close();
        starting.shutdownNow();
        Gateway open = gateway.getAndSet(null);
        if (open != null) {
            open.close();
        }
        new LeftOvers(home).stopAll();
        awaitStarting();
        new LeftOvers(home).stopAll(); // what was being started meanwhile
        new RunningSuite(home).forget();
    }

    private void awaitStarting() {
        try {
            starting.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Void> prepareKeycloak() throws IOException {
        Distribution distribution = new Distribution(installation);
        if (distribution.isPrepared()) {
            return CompletableFuture.completedFuture(null);
        }
        progress.say("  Keycloak is being prepared, once on this machine; this takes a minute");
        return CompletableFuture.runAsync(
                () -> quietly(() -> timed("keycloak's preparation", distribution::prepare)), starting);
    }

    private CompletableFuture<Void> start(Component component) {
        return CompletableFuture.runAsync(
                () -> quietly(() -> timed(component.part().label(), () -> supervisor.start(component))), starting);
    }

    private void migrate() throws IOException {
        for (Part service : Part.services()) {
            Instant begin = Instant.now();
            int scripts = new Migrations(installation, ports).run(service);
            if (scripts > 0) {
                progress.done("migration of " + service.domain(), begin);
            }
        }
    }

    private void openGateway() throws IOException {
        gateway.set(Gateway.start(ports, new DevelopmentCertificates(home.certificates())));
    }

    private void timed(String what, Step step) throws IOException {
        Instant begin = Instant.now();
        step.run();
        progress.done(what, begin);
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /** Fails as soon as one fails. */
    private static void join(List<CompletableFuture<Void>> steps) throws IOException {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        steps.forEach(step -> step.exceptionally(failure -> {
            failed.completeExceptionally(failure);
            return null;
        }));
        CompletableFuture<Void> all = CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            throw cause instanceof IOException known ? known : new IOException(String.valueOf(cause), cause);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
