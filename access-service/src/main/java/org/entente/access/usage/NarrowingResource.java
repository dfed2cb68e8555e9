package org.entente.access.usage;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.epoch.DatabaseTime;
import org.entente.access.epoch.Epoch;
import org.entente.access.grant.GrantView;
import org.entente.access.grant.Grants;
import org.entente.access.grant.Narrower;
import org.entente.access.usage.Proposal.Held;
import org.entente.access.usage.Proposal.Measure;
import org.entente.access.version.Contested;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** How a grant could be narrowed, and narrowing it. */
@Path("/access/grants/{id}/narrowing")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NarrowingResource {
    private static final int LONGEST_REASON = 2000;

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final Grants grants;
    private final UsageStore store;
    private final UsageSettings settings;
    private final Epoch epoch;
    private final Outbox outbox;
    private final Contested contested;

    NarrowingResource(
            Caller caller,
            Vocabulary vocabulary,
            Grants grants,
            UsageStore store,
            UsageSettings settings,
            Epoch epoch,
            Outbox outbox,
            Contested contested) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.grants = grants;
        this.store = store;
        this.settings = settings;
        this.epoch = epoch;
        this.outbox = outbox;
        this.contested = contested;
    }

    /** What to narrow a grant to, and why. */
    @Schema(examples = "{\"to\": {\"tier\": 1}, \"reason\": \"Nothing deeper was used in half a year.\"}")
    public record Narrowing(@Nullable Narrower to, @Nullable String reason) {}

    @GET
    @Operation(summary = "How a grant could be narrowed without taking away what is used of it; for the home side")
    public Uni<Proposal> get(UUID id) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.AUDITOR, Role.POLICY_ADMINISTRATOR, Role.ORIGINATOR);
        Measure measure = new Measure(settings.observed(), settings.recent());
        return Panache.withSession(() -> Grants.found(id).chain(grant -> DatabaseTime.now()
                        .map(now -> new Held(grant.terms(), grant.issuedAt(), Usage.NONE, now))))
                .chain(held -> store.of(List.of(id))
                        .map(sums -> Proposal.of(
                                new Held(held.terms(), held.issuedAt(), sums.getOrDefault(id, Usage.NONE), held.now()),
                                measure)));
    }

    @POST
    @Operation(summary = "Narrows a grant, effective before the answer; never makes it wider in any respect")
    public Uni<Response> narrow(UUID id, Narrowing narrowing) {
        caller.requireHome(Role.LIAISON_OFFICER);
        String reason = Vocabulary.text(Vocabulary.present(narrowing, "").reason(), "/reason", LONGEST_REASON);
        Narrower to = Vocabulary.present(narrowing.to(), "/to");
        String actor = caller.actor();
        return contested
                .change(
                        () -> Grants.found(id),
                        grant -> DatabaseTime.now()
                                .map(now -> grants.narrow(
                                        grant, to.of(grant.terms(), vocabulary), new Grants.Cause(actor, reason, now)))
                                .chain(done -> epoch.advance().chain(() -> outbox.append(done.event()))),
                        grant -> GrantView.of(grant, Instant.now()))
                .call(epoch::settled);
    }
}
