package org.entente.audit.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.entente.audit.log.Entry;
import org.entente.audit.log.Log;
import org.jboss.logging.Logger;

/**
 * Takes events from Kafka in batches. A batch is acknowledged when it is durable in the log and what cannot be recorded is parked;
 * until then it is tried again: the log never skips.
 */
@ApplicationScoped
class Ingestion {

    private static final Logger LOG = Logger.getLogger(Ingestion.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Log log;
    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    Ingestion(Log log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    @Incoming("acts")
    Uni<Void> take(KafkaRecordBatch<String, byte[]> batch) {
        return Uni.createFrom()
                .item(() -> seal(batch))
                // Sealing a large batch takes longer than an event loop should be kept.
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(ready -> append(ready.entries()).chain(() -> park(ready.poison())))
                .chain(() -> Uni.createFrom().completionStage(() -> batch.ack()));
    }

    private Uni<Integer> append(List<Entry> entries) {
        return log.append(entries)
                .onFailure()
                .invoke(failure -> LOG.warnf("%d events wait to be recorded: %s", entries.size(), failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    /** After the others are durable: to park a record moves its partition's offset. */
    private static Uni<Void> park(List<Poison> poison) {
        return Multi.createFrom()
                .iterable(poison)
                .onItem()
                .transformToUniAndConcatenate(one -> {
                    LOG.warnf("An event is parked: %s", one.why().getMessage());
                    return Uni.createFrom().completionStage(() -> one.message().nack(one.why()));
                })
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Ready seal(KafkaRecordBatch<String, byte[]> batch) {
        List<Entry> entries = new ArrayList<>();
        List<Poison> poison = new ArrayList<>();
        Entry.Salts salts = new Entry.Salts(batch.getRecords().size(), random);
        for (KafkaRecord<String, byte[]> message : batch) {
            try {
                ReceivedEvent received = ReceivedEvent.parse(json, message.getPayload());
                entries.add(Entry.seal(received.act(), received.event(), salts));
            } catch (PoisonException why) {
                poison.add(new Poison(message, why));
            }
        }
        return new Ready(entries, poison);
    }

    private record Ready(List<Entry> entries, List<Poison> poison) {}

    private record Poison(KafkaRecord<String, byte[]> message, PoisonException why) {}
}
