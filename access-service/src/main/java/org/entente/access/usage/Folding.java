package org.entente.access.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.access.tick.Ticks;
import org.entente.access.usage.UsageStore.Batch;
import org.entente.access.usage.UsageStore.Row;
import org.entente.access.vocabulary.Vocabulary;

/**
 * Adds up the use of grants behind the decisions, in the order of their record. Whatever interrupts it, it goes on where the
 * sum says that it is; of several replicas that add the same, one does.
 */
@ApplicationScoped
class Folding {
    private final UsageStore store;
    private final Vocabulary vocabulary;
    private final ObjectMapper json;
    private final UsageSettings settings;
    private final Ticks ticks;

    Folding(UsageStore store, Vocabulary vocabulary, ObjectMapper json, UsageSettings settings, Ticks ticks) {
        this.store = store;
        this.vocabulary = vocabulary;
        this.json = json;
        this.settings = settings;
        this.ticks = ticks;
    }

    void start(@Observes StartupEvent event) {
        ticks.repeat("adding up the use of grants", settings.every(), () -> store.next()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(batch -> fold(batch)));
    }

    /** Whether there may be more. */
    private Uni<Boolean> fold(Batch batch) {
        if (batch.rows().isEmpty()) {
            return Uni.createFrom().item(false);
        }
        List<RecordedUse> uses = batch.rows().stream()
                .filter(row -> row.inputs() != null)
                .map(this::read)
                .toList();
        Set<UUID> grants = new HashSet<>();
        uses.forEach(use -> grants.addAll(use.grants()));
        return store.terms(grants)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(terms -> store.add(
                        batch,
                        uses.stream()
                                .flatMap(use -> use.used(terms, vocabulary.categories()).stream())
                                .toList()))
                .replaceWith(batch.isFull());
    }

    private RecordedUse read(Row row) {
        try {
            return new RecordedUse(row.at(), json.readTree(row.inputs()), json.readTree(row.result()));
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("The record of the decision " + row.id() + " is not JSON.", exception);
        }
    }
}
