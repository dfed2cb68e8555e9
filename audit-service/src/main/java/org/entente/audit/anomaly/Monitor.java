package org.entente.audit.anomaly;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.audit.anomaly.Watch.Noticed;
import org.entente.audit.follow.Follower;
import org.entente.audit.follow.Logged;

/** Watches the log as it grows. What it knows lies in the database and is written together with how far it has come. */
@ApplicationScoped
class Monitor implements Follower {

    private final Alarms alarms;
    private final AnomalyConfig config;
    private final Settings settings;
    private final AccessReader reader;
    private final Vertx vertx;

    Monitor(Alarms alarms, AnomalyConfig config, Vertx vertx, @ConfigProperty(name = "entente.home") String home) {
        this.alarms = alarms;
        this.config = config;
        this.settings = config.settings();
        this.reader = new AccessReader(home);
        this.vertx = vertx;
    }

    @Override
    public String name() {
        return "monitor";
    }

    @Override
    public Uni<Void> take(SqlClient transaction, List<Logged> entries) {
        List<Told> told = entries.stream()
                .map(entry -> Told.of(entry, reader))
                .flatMap(Optional::stream)
                .toList();
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ProfileTables tables = new ProfileTables(transaction, settings.forest().memory());
        Set<Subject> subjects =
                told.stream().flatMap(one -> one.subjects().stream()).collect(Collectors.toSet());
        return tables.profiles(subjects)
                .chain(stored -> round(tables, told, new Known(stored, Map.of())))
                .call(round -> tables.save(round.profiles()))
                .call(round -> tables.remember(round.ended()))
                .chain(round -> tell(transaction, round.noticed()));
    }

    /** What is loaded of subjects. */
    private record Known(Map<Subject, String> profiles, Map<Subject, Deque<double[]>> hours) {}

    private Uni<Round> round(ProfileTables tables, List<Told> told, Known known) {
        Context context = vertx.getOrCreateContext();
        return Uni.createFrom()
                .item(() -> new Round(
                                known.profiles(),
                                known.hours(),
                                settings.forest().memory())
                        .over(told, settings))
                // Forests take longer than an event loop should be kept.
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(work -> context.runOnContext(ignored -> work.run()))
                .chain(round -> round.missing().isEmpty()
                        ? Uni.createFrom().item(round)
                        : tables.hours(round.missing()).chain(hours -> {
                            Map<Subject, Deque<double[]>> all = new HashMap<>(known.hours());
                            all.putAll(hours);
                            return round(tables, told, new Known(known.profiles(), all));
                        }));
    }

    private Uni<Void> tell(SqlClient transaction, List<Noticed> noticed) {
        Instant since = Instant.now().minus(config.toldWithin());
        Uni<Void> told = Uni.createFrom().voidItem();
        for (Noticed one : noticed) {
            if (config.enabled() && one.access().at().isAfter(since)) {
                told = told.chain(() -> alarms.raise(transaction, one));
            }
        }
        return told;
    }
}
