package org.entente.crisis.signal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.time.DatabaseTime;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;

/** Reporting signals; a signal dates from its arrival here, told by the database. */
@Path("/crisis/signals")
@Authenticated
@Tag(name = "Signals")
public class SignalResource {
    private final Authority authority;
    private final Idempotency idempotency;
    private final DatabaseTime time;
    private final Outbox outbox;
    private final ObjectMapper json;

    SignalResource(Authority authority, Idempotency idempotency, DatabaseTime time, Outbox outbox, ObjectMapper json) {
        this.authority = authority;
        this.idempotency = idempotency;
        this.time = time;
        this.outbox = outbox;
        this.json = json;
    }

    @POST
    @Operation(summary = "Report a reading of an indicator")
    public Uni<Response> report(SignalReport sent) {
        Actor actor = authority.require(Act.REPORT_SIGNAL);
        SignalReport report = SignalReport.checked(sent);
        Event event =
                Event.of(EventTypes.SIGNAL_REPORTED, report.indicator(), null, actor.name(), json.valueToTree(report));
        return idempotency.once(report, () -> time.now()
                .map(now -> Signal.reported(report, actor, now))
                .call(signal -> signal.persist())
                .call(() -> outbox.append(event))
                .map(signal -> new Created("/crisis/signals/" + signal.id, SignalAnswer.of(signal))));
    }

    @GET
    @Path("{id}")
    @WithSession
    @Operation(summary = "A signal, for the home side")
    public Uni<SignalAnswer> read(@PathParam("id") UUID id) {
        authority.require(Act.READ_SIGNAL);
        return Signal.<Signal>findById(id)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(SignalAnswer::of);
    }
}
