package org.entente.crisis.escalation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.crisis.kept.Cabinet;
import org.entente.crisis.kept.Kept;
import org.entente.crisis.kept.Shelf;
import org.entente.crisis.kept.Turn;
import org.entente.crisis.time.Repeating;
import org.entente.events.Event;
import org.jspecify.annotations.Nullable;

/**
 * The escalations there are. What is due is taken by one replica at a time, with its row locked, and done in one transaction
 * with its event and its notices: once, however many look and whichever dies meanwhile.
 */
@ApplicationScoped
public class Escalations {
    private static final int MOST = 200;

    private final Shelf<Escalation> shelf;
    private final ObjectMapper json;

    Escalations(Cabinet cabinet, ObjectMapper json) {
        this.shelf = cabinet.shelf("escalation", Escalation.class);
        this.json = json;
    }

    void start(@Observes StartupEvent event, Repeating repeating, EscalationSettings settings) {
        repeating.every(settings.every(), "The clock of escalations", this::tick);
    }

    Shelf<Escalation> shelf() {
        return shelf;
    }

    /** Those that are not resolved, the one due first at the beginning; at most two hundred. */
    public Uni<List<EscalationView>> unresolved() {
        return shelf.where("state <> 'RESOLVED' order by due_at nulls last, id limit $1", Tuple.of(MOST))
                .map(kept -> kept.stream().map(EscalationView::of).toList());
    }

    /** Opens one within a transaction; nothing happens where there is no such ladder, since nobody could be called. */
    public Uni<Void> open(SqlClient transaction, UUID id, Matter matter, String by) {
        return Ladders.newest(transaction, json, matter.ladder())
                .chain(ladder -> ladder == null
                        ? Uni.createFrom().voidItem()
                        : now(transaction).chain(now -> open(transaction, id, ladder, matter, by, now)
                                .replaceWithVoid()));
    }

    Uni<Kept<Escalation>> open(SqlClient transaction, UUID id, Ladder ladder, Matter matter, String by, Instant now) {
        Course course = Course.opened(ladder, matter, by, now).noted(now, by, null, null);
        return shelf.add(transaction, id, turn(id, 1, course, Announcement.opened(json, id, course, by)))
                .replaceWith(() -> new Kept<>(id, 1, course.next(), now));
    }

    /** Makes the moves that are due; whether there may be more. */
    Uni<Boolean> tick() {
        return shelf.tick(kept -> {
            Course course = Course.ticked(kept.document(), kept.now());
            course.move().from(kept.document().state(), Move.Part.CLOCK);
            return turn(kept, course.noted(kept.now(), null, null, null), null);
        });
    }

    Turn<Escalation> turn(Kept<Escalation> kept, Course course, @Nullable String actor) {
        return turn(kept.id(), kept.version() + 1, course, Announcement.of(json, kept.id(), course, actor));
    }

    private static Turn<Escalation> turn(UUID id, long number, Course course, Event event) {
        return new Turn<>(course.next(), List.of(event), transaction -> Notices.write(transaction, id, number, course));
    }

    static Uni<Instant> now(SqlClient client) {
        return client.query("select clock_timestamp() as now")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
    }
}
