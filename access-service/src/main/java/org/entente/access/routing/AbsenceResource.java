package org.entente.access.routing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.epoch.DatabaseTime;
import org.entente.access.epoch.Epoch;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Absences of officers: each states their own; an administrator, anybody's. */
@Path("/access/absences")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AbsenceResource {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_LISTED = 500;

    private final Caller caller;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    AbsenceResource(Caller caller, Outbox outbox, Idempotency idempotency, ObjectMapper json) {
        this.caller = caller;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** Who is away when, and who stands in; the officer is the caller unless said otherwise. */
    @Schema(
            examples =
                    "{\"delegate\": \"xaa-liaison-2\", \"from\": \"2026-12-20T00:00:00Z\", \"until\": \"2027-01-07T00:00:00Z\"}")
    public record Statement(
            @Nullable String officer,
            @Nullable String delegate,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** Those that are not over. */
    record Listed(List<Absence.View> absences) {}

    @POST
    @Operation(summary = "States an absence; what the officer would answer, the delegate answers meanwhile")
    public Uni<Response> state(Statement statement) {
        Absence.View view = checked(Vocabulary.present(statement, ""));
        return idempotency.once(statement, () -> {
            Absence absence = Absence.stated(view);
            return absence.persist()
                    .chain(() -> outbox.append(event(EventTypes.ABSENCE_STATED, absence)))
                    .replaceWith(new Created("/access/absences/" + view.id(), view));
        });
    }

    @GET
    @Operation(summary = "Absences that are not over; for the home side")
    public Uni<Listed> list() {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR, Role.AUDITOR);
        return Panache.withSession(() -> DatabaseTime.now()
                        .chain(now -> Absence.<Absence>find("awayUntil > ?1 order by awayFrom, id", now)
                                .page(0, MOST_LISTED)
                                .list()))
                .map(found -> new Listed(found.stream().map(Absence::view).toList()));
    }

    @POST
    @Path("/{id}/end")
    @Operation(summary = "Ends an absence now")
    public Uni<Absence.View> end(UUID id) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR);
        return Epoch.change(() -> Absence.<Absence>findById(id)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .invoke(absence -> requireMayState(absence.officer))
                .chain(absence -> DatabaseTime.now().chain(now -> {
                    if (!now.isBefore(absence.awayUntil) || !absence.awayFrom.isBefore(now)) {
                        throw Problem.conflict(null, "The absence is not under way.");
                    }
                    absence.awayUntil = now;
                    return outbox.append(event(EventTypes.ABSENCE_ENDED, absence))
                            .replaceWith(absence.view());
                })));
    }

    private Absence.View checked(Statement stated) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR);
        String officer =
                Vocabulary.text(Objects.requireNonNullElse(stated.officer(), caller.name()), "/officer", LONGEST_NAME);
        requireMayState(officer);
        String delegate = Vocabulary.text(stated.delegate(), "/delegate", LONGEST_NAME);
        if (delegate.equals(officer)) {
            throw Problem.badRequest("/delegate", "is the one who is away");
        }
        Instant from = Vocabulary.present(stated.from(), "/from");
        Instant until = Vocabulary.present(stated.until(), "/until");
        if (!from.isBefore(until)) {
            throw Problem.badRequest("/until", "is not after from");
        }
        return new Absence.View(UUID.randomUUID(), officer, delegate, from, until, caller.name());
    }

    private void requireMayState(String officer) {
        if (!officer.equals(caller.name()) && !caller.has(Role.POLICY_ADMINISTRATOR)) {
            throw Problem.forbidden("Only an administrator states the absence of somebody else.");
        }
    }

    private Event event(String type, Absence absence) {
        return Event.of(type, absence.id.toString(), null, caller.actor(), json.valueToTree(absence.view()));
    }
}
