package org.entente.access.crisis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.access.agreement.Signing;
import org.entente.access.epoch.Epoch;
import org.entente.access.epoch.StoreClock;
import org.entente.access.revision.Latecomer;
import org.entente.access.seal.Statement;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Consenting to crisis plans and withdrawing from them: here, where they are applied, so that crisis-service can neither forge
 * a consent nor exchange what was consented to.
 */
@Path("/access/plans/{id}")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Crisis plans")
class PlanResource {
    private static final int LONGEST_REASON = 2000;

    private final PlanOfficer officers;
    private final Plans plans;
    private final PlanViews views;
    private final PlanJournal journal;
    private final Signing signing;
    private final Epoch epoch;
    private final ObjectMapper json;

    PlanResource(
            PlanOfficer officers,
            Plans plans,
            PlanViews views,
            PlanJournal journal,
            Signing signing,
            Epoch epoch,
            ObjectMapper json) {
        this.officers = officers;
        this.plans = plans;
        this.views = views;
        this.journal = journal;
        this.signing = signing;
        this.epoch = epoch;
        this.json = json;
    }

    /**
     * To what a party consents.
     *
     * @param version that was read; absent for the newest
     * @param sha256 of the document that was read; absent for whatever the version says
     * @param signature a JWS by a registered key over the statement, needed where the party has one
     */
    @Schema(examples = "{\"version\": 1}")
    @RegisterForReflection
    public record Consenting(
            @Nullable Integer version,
            @Nullable String sha256,
            @Nullable String signature) {}

    /** Why consent is taken back. */
    @Schema(examples = "{\"reason\": \"Our government has changed its mind.\"}")
    @RegisterForReflection
    public record Taking(@Nullable String reason) {}

    @GET
    @Operation(
            summary = "The newest version of a plan, its document and the consents to it, for its parties",
            description = "Each signature verifies with the keys of /access/keys/seals or /access/partners/{code}/keys;"
                    + " toSign is what the caller would sign, but for the time.")
    public Uni<PlanView> read(String id) {
        PlanOfficer.Person person = officers.reader();
        return Panache.withTransaction(() -> views.of(id, person));
    }

    @POST
    @Path("/consents")
    @Operation(
            summary = "Consents for the caller's nation; the last consent puts the version in force",
            description = "Needs a strong login, and a token that is of no use in crisis-service: one for this service"
                    + " alone, one bound to a key (DPoP, mTLS), or a signature by the officer's own key.")
    @APIResponse(responseCode = "401", description = "A stronger login is needed (RFC 9470).")
    @APIResponse(responseCode = "403", description = "The token could have been taken from another service.")
    @APIResponse(responseCode = "409", description = "The party has consented already, or the plan is withdrawn.")
    @APIResponse(
            responseCode = "412",
            description = "Another version is on the table than the one stated; member current holds it.")
    @APIResponse(responseCode = "422", description = "The signature is missing or not of this act.")
    public Uni<PlanView> consent(String id, @Nullable Consenting consenting) {
        PlanOfficer.Person person = officers.officer(PlanMove.CONSENT);
        Consenting stated = consenting == null ? new Consenting(null, null, null) : consenting;
        officers.requireUnforgeable(stated.signature());
        Uni<PlanView> consented = Epoch.change(() -> found(id).chain(version -> StoreClock.now()
                .chain(now -> consent(version, stated, person, now))
                .chain(() -> views.of(id, person))));
        return Latecomer.told(consented, () -> Panache.withTransaction(() -> views.of(id, person))
                        .map(json::<JsonNode>valueToTree))
                .call(epoch::settled);
    }

    private Uni<Void> consent(Plans.Version version, Consenting stated, PlanOfficer.Person person, Instant now) {
        PlanMove.State next = PlanMove.CONSENT.from(version.standing(), person.mover());
        requireRead(version, stated);
        Statement statement = person.statement(version, now);
        return signing.requireBinding(person.nation(), person.officer(), person.assurance(), now)
                .chain(() -> signing.signature(statement, stated.signature()))
                .map(signature -> person.consent(signature, now))
                .chain(consent -> plans.consent(version, consent)
                        .chain(() -> next == PlanMove.State.IN_FORCE ? inForce(version, now) : nothing())
                        .chain(epoch::advance)
                        .chain(() -> journal.consented(version, consent, next == PlanMove.State.IN_FORCE, person)));
    }

    private Uni<Void> inForce(Plans.Version version, Instant now) {
        return plans.putInForce(version, now);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static void requireRead(Plans.Version version, Consenting stated) {
        boolean isAnother = Optional.ofNullable(stated.version())
                        .filter(read -> read != version.document().version())
                        .isPresent()
                || Optional.ofNullable(stated.sha256())
                        .filter(read -> !read.equals(version.sha256()))
                        .isPresent();
        if (isAnother) {
            throw Problem.preconditionFailed("Another version is on the table than the one stated.");
        }
    }

    @POST
    @Path("/withdrawal")
    @Operation(
            summary = "Takes back the caller's nation's consent, alone, for good, and effective before the answer",
            description = "Every activation of the plan ends with it; crisis-service hears of it.")
    public Uni<PlanView> withdraw(String id, Taking taking) {
        PlanOfficer.Person person = officers.officer(PlanMove.WITHDRAW);
        String reason = Vocabulary.text(Vocabulary.present(taking, "").reason(), "/reason", LONGEST_REASON);
        return Epoch.change(() -> found(id).chain(version -> StoreClock.now()
                        .invoke(() -> PlanMove.WITHDRAW.from(version.standing(), person.mover()))
                        .chain(now -> plans.withdraw(id, person.nation(), reason, now))
                        .chain(epoch::advance)
                        .chain(() -> journal.withdrawn(version, reason, person))
                        .chain(() -> views.of(id, person))))
                .call(epoch::settled);
    }

    private Uni<Plans.Version> found(String id) {
        return plans.newestLocked(id)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(version -> version);
    }
}
