package org.entente.access.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.epoch.DatabaseTime;
import org.entente.access.epoch.Epoch;
import org.entente.access.version.Contested;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Issuing, reading and withdrawing grants. */
@Path("/access/grants")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GrantResource {
    private static final int LONGEST_REASON = 2000;
    private static final int LARGEST_PAGE = 200;

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final Grants grants;
    private final Epoch epoch;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Contested contested;

    GrantResource(
            Caller caller,
            Vocabulary vocabulary,
            Grants grants,
            Epoch epoch,
            Outbox outbox,
            Idempotency idempotency,
            Contested contested) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.grants = grants;
        this.epoch = epoch;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.contested = contested;
    }

    /** Why a grant is withdrawn. */
    @Schema(examples = "{\"reason\": \"No longer needed.\"}")
    public record Withdrawal(@Nullable String reason) {}

    /** Grants in the order of their identifiers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<GrantView> grants, @Nullable String next) {}

    @POST
    @Operation(
            summary = "Issues a grant under an agreement in force, never wider than it",
            description = "To the partner, a unit of it or a person; about everything, or assets and topics. Where the"
                    + " agreement has several partners, partner says which of them holds it.")
    public Uni<Response> issue(Issue issue) {
        caller.requireHome(Role.LIAISON_OFFICER);
        GrantTerms terms = Vocabulary.present(issue, "").checked(vocabulary);
        String partner = issue.partner();
        String actor = caller.actor();
        Grant.Origin origin = new Grant.Origin(caller.subject(), null);
        return idempotency.once(issue, () -> DatabaseTime.now().chain(now -> grants.issue(
                        partner, terms, new Grants.Issuer(origin, actor, now))
                .call(done -> epoch.advance().chain(() -> outbox.append(done.event())))
                .map(done -> new Created("/access/grants/" + done.grant().id, GrantView.of(done.grant(), now)))));
    }

    @GET
    @Operation(summary = "Grants: all of them for the home side, a partner's own for the partner")
    public Uni<Page> list(
            @QueryParam("partner") @Nullable String partner,
            @QueryParam("cursor") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        requireReader();
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.badRequest("limit", "must be from 1 to " + LARGEST_PAGE);
        }
        String holder = caller.isHome() ? partner : caller.nation();
        return Panache.withSession(() -> DatabaseTime.now()
                .chain(now -> after(cursor, holder).page(0, limit + 1).list().map(found -> {
                    List<GrantView> shown = found.stream()
                            .limit(limit)
                            .map(grant -> GrantView.of(grant, now))
                            .toList();
                    boolean isMore = found.size() > limit;
                    return new Page(shown, isMore ? shown.get(limit - 1).id().toString() : null);
                })));
    }

    private static PanacheQuery<Grant> after(UUID cursor, @Nullable String holder) {
        return holder == null
                ? Grant.find("id > ?1 order by id", cursor)
                : Grant.find("id > ?1 and partner = ?2 order by id", cursor, holder);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A grant, for the home side and its holder")
    public Uni<Response> get(UUID id) {
        requireReader();
        boolean isHome = caller.isHome();
        String nation = caller.nation();
        return Panache.withSession(
                () -> DatabaseTime.now().chain(now -> Grants.found(id).map(grant -> {
                    if (!isHome && !grant.partner.equals(nation)) {
                        throw Problem.notFound();
                    }
                    return Contested.tagged(grant.version(), GrantView.of(grant, now));
                })));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Withdraws a grant, effective before the answer")
    public Uni<Response> withdraw(UUID id, Withdrawal withdrawal) {
        caller.requireHome(Role.LIAISON_OFFICER);
        String reason = Vocabulary.text(Vocabulary.present(withdrawal, "").reason(), "/reason", LONGEST_REASON);
        String actor = caller.actor();
        return contested
                .change(
                        () -> Grants.found(id),
                        grant -> DatabaseTime.now()
                                .map(now -> grants.withdraw(grant, new Grants.Cause(actor, reason, now)))
                                .chain(done -> epoch.advance().chain(() -> outbox.append(done.event()))),
                        grant -> GrantView.of(grant, Instant.now()))
                .call(epoch::settled);
    }

    private void requireReader() {
        if (caller.isHome()) {
            caller.requireHome(
                    Role.LIAISON_OFFICER,
                    Role.POLICY_ADMINISTRATOR,
                    Role.CRISIS_AUTHORITY,
                    Role.AUDITOR,
                    Role.ORIGINATOR);
        } else {
            caller.requirePartner(Role.LIAISON_OFFICER, Role.PARTNER_ANALYST);
        }
    }
}
