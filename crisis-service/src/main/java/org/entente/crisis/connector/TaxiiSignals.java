package org.entente.crisis.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entente.crisis.signal.Incoming;
import org.entente.crisis.signal.SignalReport;
import org.entente.crisis.time.DatabaseTime;

/** Keeps as signals what a collection of an ally holds, all of a page or nothing. */
@ApplicationScoped
class TaxiiSignals {
    private final Incoming incoming;
    private final DatabaseTime time;
    private final Vertx vertx;

    TaxiiSignals(Incoming incoming, DatabaseTime time, Vertx vertx) {
        this.incoming = incoming;
        this.time = time;
        this.vertx = vertx;
    }

    Uni<Void> keep(String name, ConnectorSettings.Taxii collection, JsonNode envelope) {
        return Uni.createFrom().<Void>emitter(emitter -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    ignored -> kept(name, collection, envelope).subscribe().with(emitter::complete, emitter::fail));
        });
    }

    private Uni<Void> kept(String name, ConnectorSettings.Taxii collection, JsonNode envelope) {
        return Panache.withTransaction(
                        () -> time.now().chain(now -> all(StixSignals.of(envelope, name, collection, now))))
                .invoke(incoming::look);
    }

    private Uni<Void> all(List<SignalReport> reports) {
        Uni<Void> kept = Uni.createFrom().voidItem();
        for (SignalReport report : reports) {
            kept = kept.chain(() -> incoming.taxii(report));
        }
        return kept;
    }
}
