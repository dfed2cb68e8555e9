package org.entente.audit.investigation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** The statements with which cases are kept; every change is an act of the case and an event for the log. */
@ApplicationScoped
class CaseTables {

    private static final String INSERT = "insert into investigation"
            + " (id, title, partner, person, unit, exercise, state, due) values ($1, $2, $3, $4, $5, $6, $7, $8) returning ";
    private static final String UPDATE = "update investigation set state = $2, version = $3, assignee = $4,"
            + " assignee_name = $5, due = $6, proposal = $7, severity = $8, agreement = $9, public_owed = $10 where id = $1";
    private static final String ACT =
            "insert into investigation_act (investigation, version, subject, name, move, detail)"
                    + " values ($1, $2, $3, $4, $5, $6)";

    private final Outbox outbox;
    private final ObjectMapper json;

    CaseTables(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** The case, kept from changing until the transaction ends; a 404 problem if there is none. */
    Uni<Case> locked(SqlClient transaction, UUID id) {
        return found(transaction, id, " for update");
    }

    Uni<Case> read(SqlClient transaction, UUID id) {
        return found(transaction, id, "");
    }

    private Uni<Case> found(SqlClient transaction, UUID id, String lock) {
        return transaction
                .preparedQuery("select " + Case.COLUMNS + " from investigation where id = $1" + lock)
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound();
                    }
                    return Case.of(rows.iterator().next(), json);
                });
    }

    /** A new case, in the first state. */
    Uni<Case> open(SqlClient transaction, Case.About about, Instant due, Act act) {
        Tuple values = Tuple.tuple()
                .addUUID(UUID.randomUUID())
                .addString(about.title())
                .addString(about.partner())
                .addString(about.person())
                .addString(about.unit())
                .addBoolean(about.exercise())
                .addString(State.OPENED.wireName())
                .addOffsetDateTime(due.atOffset(ZoneOffset.UTC));
        return transaction
                .preparedQuery(INSERT + Case.COLUMNS)
                .execute(values)
                .map(rows -> Case.of(rows.iterator().next(), json))
                .call(opened -> insert(transaction, opened, act))
                .call(opened ->
                        outbox.append(transaction, List.of(announced(EventTypes.INVESTIGATION_OPENED, opened, act))));
    }

    /** The case as an act leaves it, with the next version. */
    Uni<Case> save(SqlClient transaction, Case changed, Act act) {
        Case next = changed.next();
        Case.Assignee assignee = next.assignee();
        Case.Breach breach = next.breach();
        Tuple values = Tuple.tuple()
                .addUUID(next.id())
                .addString(next.state().wireName())
                .addInteger(next.version())
                .addString(assignee == null ? null : assignee.subject())
                .addString(assignee == null ? null : assignee.name())
                .addOffsetDateTime(next.due().atOffset(ZoneOffset.UTC))
                .addString(next.proposal() == null ? null : text(next.proposal()))
                .addString(breach == null ? null : breach.severity())
                .addString(breach == null ? null : breach.agreement())
                .addBoolean(breach != null && breach.publicOwed());
        return transaction
                .preparedQuery(UPDATE)
                .execute(values)
                .chain(() -> insert(transaction, next, act))
                .chain(() ->
                        outbox.append(transaction, List.of(announced(EventTypes.INVESTIGATION_CHANGED, next, act))))
                .replaceWith(next);
    }

    /** An event about a case, marked if it belongs to an exercise. */
    Event event(String type, Case about, Announcement announcement) {
        Event event = Event.of(
                type, announcement.subject(), announcement.partner(), announcement.actor(), announcement.data());
        return about.about().exercise() ? event.inExercise() : event;
    }

    /**
     * What an event tells.
     *
     * @param partner who may see it besides home auditors
     */
    record Announcement(
            String subject,
            @Nullable String partner,
            @Nullable String actor,
            JsonNode data) {}

    Uni<Void> announce(SqlClient transaction, List<Event> events) {
        return outbox.append(transaction, events);
    }

    /** Without the extension {@code partner}: what goes on in a case is for the home side's auditors only. */
    private Event announced(String type, Case about, Act act) {
        var data = json.createObjectNode()
                .put("move", act.move())
                .put("state", about.state().wireName())
                .put("version", about.version())
                .put("partner", about.about().partner())
                .put("suspect", about.about().person());
        data.set("detail", act.detail());
        return event(
                type,
                about,
                new Announcement(about.id().toString(), null, act.by().actor(), data));
    }

    private Uni<Void> insert(SqlClient transaction, Case about, Act act) {
        Tuple values = Tuple.of(
                about.id(),
                about.version(),
                act.by().subject(),
                act.by().name(),
                act.move(),
                act.detail().toString());
        return transaction.preparedQuery(ACT).execute(values).replaceWithVoid();
    }

    String text(Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
