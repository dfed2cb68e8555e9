package org.entente.crisis.signal;

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
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;

/** Reporting signals; a signal dates from its arrival here, told by the database. */
@Path("/crisis/signals")
@Authenticated
@Tag(name = "Signals")
public class SignalResource {
    private final Authority authority;
    private final Idempotency idempotency;
    private final Signals signals;
    private final Watching watching;

    SignalResource(Authority authority, Idempotency idempotency, Signals signals, Watching watching) {
        this.authority = authority;
        this.idempotency = idempotency;
        this.signals = signals;
        this.watching = watching;
    }

    @POST
    @Operation(summary = "Report a reading of an indicator")
    public Uni<Response> report(SignalReport sent) {
        Actor actor = authority.require(Act.REPORT_SIGNAL);
        SignalReport report = SignalReport.checked(sent);
        return idempotency
                .once(report, () -> signals.report(report, actor.name(), Via.API)
                        .map(signal -> new Created("/crisis/signals/" + signal.id, SignalAnswer.of(signal))))
                .invoke(watching::look);
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
