package org.entente.access.crisis;

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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.access.consent.Material;
import org.entente.access.epoch.Epoch;
import org.entente.access.epoch.StoreClock;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.events.Event;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.entente.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** What originators let go of their controlled material while a plan is in force: said beforehand, taken back at once. */
@Path("/access/plans/{plan}/pre-consents")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Crisis plans")
class PreConsentResource {
    private static final int LONGEST = 2000;
    private static final int MOST = 64;

    private final PlanOfficer officers;
    private final Plans plans;
    private final Vocabulary vocabulary;
    private final Idempotency idempotency;
    private final Epoch epoch;
    private final Outbox outbox;
    private final ObjectMapper json;

    PreConsentResource(
            PlanOfficer officers,
            Plans plans,
            Vocabulary vocabulary,
            Idempotency idempotency,
            Epoch epoch,
            Outbox outbox,
            ObjectMapper json) {
        this.officers = officers;
        this.plans = plans;
        this.vocabulary = vocabulary;
        this.idempotency = idempotency;
        this.epoch = epoch;
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * What may go: one asset, or a class of material.
     *
     * @param asset the identifier of the one asset; absent for a class
     * @param categories in all of which a label of the class may be
     * @param compartments in which, and in no other, a label of the class may be; qualified by their policy
     * @param ceiling the highest classification, a level of {@code ALLIANCE}; a class needs one
     */
    @Schema(examples = "{\"categories\": [\"shared-analysis\"], \"ceiling\": \"CONFIDENTIAL\"}")
    @RegisterForReflection
    public record Giving(
            @Nullable String asset,
            @Nullable List<String> categories,
            @Nullable List<String> compartments,
            @Nullable String ceiling) {}

    /** Why it is taken back. */
    @Schema(examples = "{\"reason\": \"The source is in danger.\"}")
    @RegisterForReflection
    public record TakingBack(@Nullable String reason) {}

    @GET
    @Operation(summary = "What originators have let go for a plan, and taken back, for its parties")
    public Uni<List<PreConsentView>> list(String plan) {
        PlanOfficer.Person person = officers.reader();
        return Panache.withTransaction(() -> visible(plan, person)
                .chain(() -> Sql.rows(
                        Object[].class,
                        PreConsentView.COLUMNS + " where plan = ?1 order by given_at, id limit 1000",
                        plan))
                .map(rows -> rows.stream().map(PreConsentView::of).toList()));
    }

    @POST
    @Operation(
            summary = "Lets controlled material of the caller's nation go to the plan's partners while it is in force",
            description =
                    "Of the home side by an originator, of another nation by a liaison officer. It waives originator"
                            + " control and nothing else, and only for what the plan reaches.")
    public Uni<Response> give(String plan, Giving giving) {
        PlanOfficer.Person person = officers.originator();
        Material material = material(Vocabulary.present(giving, ""));
        return idempotency.once(giving, () -> visible(plan, person).chain(version -> {
            if (version.standing().isWithdrawn()) {
                throw Problem.conflict(null, "The plan is withdrawn, for good.");
            }
            return StoreClock.now().chain(now -> {
                PreConsentView given = PreConsentView.given(plan, person, material, now);
                return given.persist()
                        .chain(epoch::advance)
                        .chain(() -> told(EventTypes.PLAN_PRE_CONSENT_GIVEN, given, person))
                        .replaceWith(() -> new Created("/access/plans/" + plan + "/pre-consents/" + given.id(), given));
            });
        }));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Takes it back, effective before the answer")
    public Uni<PreConsentView> takeBack(String plan, UUID id, TakingBack taking) {
        PlanOfficer.Person person = officers.originator();
        String reason = Vocabulary.text(Vocabulary.present(taking, "").reason(), "/reason", LONGEST);
        return Epoch.change(() -> visible(plan, person)
                        .chain(() -> StoreClock.now())
                        .chain(now -> Sql.change(
                                "update plan_pre_consent set withdrawn_at = ?1, withdrawn_by = ?2, reason = ?3"
                                        + " where id = ?4 and plan = ?5 and giver = ?6 and withdrawn_at is null",
                                now,
                                person.actor(),
                                reason,
                                id,
                                plan,
                                person.nation()))
                        .chain(changed -> found(plan, id, person).invoke(found -> {
                            if (changed == 0) {
                                throw Problem.conflict(null, "It was taken back already.");
                            }
                        }))
                        .call(epoch::advance)
                        .call(taken -> told(EventTypes.PLAN_PRE_CONSENT_WITHDRAWN, taken, person)))
                .call(epoch::settled);
    }

    /** The plan, for its parties only: originators of other nations have nothing to do with it. */
    private Uni<Plans.Version> visible(String plan, PlanOfficer.Person person) {
        return plans.newestLocked(plan)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(version -> version)
                .invoke(version -> {
                    if (!person.isParty(version.document())) {
                        throw Problem.notFound();
                    }
                });
    }

    private static Uni<PreConsentView> found(String plan, UUID id, PlanOfficer.Person person) {
        return Sql.rows(
                        Object[].class,
                        PreConsentView.COLUMNS + " where id = ?1 and plan = ?2 and giver = ?3",
                        id,
                        plan,
                        person.nation())
                .map(rows -> rows.stream().findFirst().map(PreConsentView::of).orElseThrow(Problem::notFound));
    }

    private Material material(Giving giving) {
        List<String> compartments = giving.compartments() == null ? List.of() : giving.compartments();
        if (compartments.size() > MOST) {
            throw Problem.badRequest("/compartments", "must have at most " + MOST + " entries");
        }
        if (giving.asset() != null) {
            String asset = Vocabulary.text(giving.asset(), "/asset", 200);
            return new Material(asset, List.of(), compartments, ceiling(giving));
        }
        return new Material(
                null,
                vocabulary.categories(giving.categories(), "/categories"),
                compartments,
                Vocabulary.ceiling(giving.ceiling(), "/ceiling"));
    }

    private static @Nullable String ceiling(Giving giving) {
        return giving.ceiling() == null ? null : Vocabulary.ceiling(giving.ceiling(), "/ceiling");
    }

    private Uni<Void> told(String type, PreConsentView view, PlanOfficer.Person person) {
        String partner = person.mover().isHome() ? null : person.nation();
        return outbox.append(Event.of(type, view.plan(), partner, person.actor(), json.valueToTree(view)));
    }
}
