package org.entente.access.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.entente.access.epoch.Epoch;
import org.entente.access.epoch.StoreClock;
import org.entente.access.partner.Partner;
import org.entente.access.received.EventReader;
import org.entente.access.received.RefusedEventException;
import org.entente.events.Event;
import org.entente.outbox.Inbox;
import org.entente.outbox.Outbox;

/** Attests training to those who have completed an exercise, as the crisis service announces it. */
@ApplicationScoped
public class Exercises {
    private static final int MOST_PERSONS = 5_000;

    private final EventReader reader;
    private final Inbox inbox;
    private final Epoch epoch;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final TrainingSettings training;

    Exercises(
            EventReader reader, Inbox inbox, Epoch epoch, Outbox outbox, ObjectMapper json, TrainingSettings training) {
        this.reader = reader;
        this.inbox = inbox;
        this.epoch = epoch;
        this.outbox = outbox;
        this.json = json;
        this.training = training;
    }

    /** What is read of the event. */
    @RegisterForReflection
    record Completed(String exercise, String course, List<Participant> persons, Instant validUntil) {}

    /** Somebody who took part. */
    @RegisterForReflection
    record Participant(String sub, String partner) {}

    /**
     * Attests the course to each participant of a registered partner, for no longer than training may be attested; one
     * sheet for each partner. Refuses for good what makes no sense.
     */
    public Uni<Void> complete(Event event) {
        Completed completed = reader.data(event, Completed.class);
        if (!training.courses().contains(completed.course())) {
            throw new RefusedEventException("The exercise " + completed.exercise() + " is no published course.");
        }
        if (completed.persons().size() > MOST_PERSONS) {
            throw new RefusedEventException("The exercise " + completed.exercise() + " has too many participants.");
        }
        Map<String, TreeSet<String>> byPartner = new LinkedHashMap<>();
        completed.persons().forEach(person -> byPartner
                .computeIfAbsent(person.partner(), partner -> new TreeSet<>())
                .add(person.sub()));
        return inbox.once(event, () -> StoreClock.now().chain(now -> write(completed, byPartner, now)));
    }

    private Uni<Void> write(Completed completed, Map<String, TreeSet<String>> byPartner, Instant now) {
        Instant longest = now.plus(training.longest());
        Instant until = completed.validUntil().isAfter(longest) ? longest : completed.validUntil();
        Uni<Void> written = Uni.createFrom().voidItem();
        List<Event> events = new ArrayList<>();
        if (!until.isAfter(now)) {
            return written;
        }
        for (Map.Entry<String, TreeSet<String>> entry : byPartner.entrySet()) {
            List<Sheet.Person> persons = entry.getValue().stream()
                    .map(sub -> new Sheet.Person(sub, null, null))
                    .toList();
            Sheet sheet = new Sheet(
                    UUID.randomUUID(),
                    entry.getKey(),
                    completed.course(),
                    null,
                    completed.exercise(),
                    now,
                    until,
                    persons);
            written = written.chain(() -> Partner.findById(sheet.partner()))
                    .chain(partner -> partner == null
                            ? Uni.createFrom().voidItem()
                            : Sheets.write(sheet, "exercise " + completed.exercise())
                                    .invoke(() -> events.add(Issued.of(sheet, null, json))));
        }
        return written.chain(() -> events.isEmpty()
                ? Uni.createFrom().voidItem()
                : epoch.advance().chain(() -> outbox.append(events.toArray(Event[]::new))));
    }
}
