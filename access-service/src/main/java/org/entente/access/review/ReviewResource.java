package org.entente.access.review;

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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.epoch.DatabaseTime;
import org.entente.access.partner.Partner;
import org.entente.access.review.Cause.Details;
import org.entente.access.review.Line.Reviewer;
import org.entente.access.version.Contested;
import org.entente.access.vocabulary.Document;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.outbox.Created;
import org.entente.outbox.Idempotency;
import org.jspecify.annotations.Nullable;

/** Ordering a review, and reading what is to be reviewed. */
@Path("/access/reviews")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReviewResource {
    private static final int LONGEST_TITLE = 200;
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final int LARGEST_PAGE = 100;

    private final Caller caller;
    private final Opening opening;
    private final Dossiers dossiers;
    private final ReviewSettings settings;
    private final Idempotency idempotency;

    ReviewResource(
            Caller caller, Opening opening, Dossiers dossiers, ReviewSettings settings, Idempotency idempotency) {
        this.caller = caller;
        this.opening = opening;
        this.dossiers = dossiers;
        this.settings = settings;
        this.idempotency = idempotency;
    }

    /** Whose grants are to be reviewed, and how long it may take. */
    @Schema(examples = "{\"partner\": \"XBB\", \"title\": \"After the exercise\", \"within\": \"P7D\"}")
    public record Order(
            @Nullable String partner,
            @Nullable String title,
            @Nullable Duration within) {}

    /** What was ordered, and where it is. */
    record Ordered(UUID id, Campaign.State state) {}

    /** Campaigns, newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ReviewView> reviews, @Nullable String next) {}

    @POST
    @Operation(
            summary = "Orders a review of a partner's grants, or of all",
            description =
                    "What is not reviewed in time is dead until it is. Schedules, postures that fall, anomalies and"
                            + " agreements near their end open reviews by themselves.")
    public Uni<Response> order(Order order) {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR);
        Order stated = Vocabulary.present(order, "");
        String title = Vocabulary.text(stated.title(), "/title", LONGEST_TITLE);
        Duration within = within(stated.within(), settings.within(), "/within");
        UUID id = UUID.randomUUID();
        return idempotency
                .once(stated, () -> requirePartner(stated.partner())
                        .chain(() -> insert(id, stated.partner(), Details.ordered(title, within)))
                        .replaceWith(new Created("/access/reviews/" + id, new Ordered(id, Campaign.State.OPEN))))
                .call(opening::all);
    }

    private static Uni<Void> requirePartner(@Nullable String partner) {
        return partner == null
                ? Uni.createFrom().voidItem()
                : Partner.findById(partner)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Problem.badRequest("/partner", "is not a registered partner"))
                        .replaceWithVoid();
    }

    private static Uni<Integer> insert(UUID id, @Nullable String partner, Details details) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("insert into review_cause (id, kind, partner, document)"
                                + " values (?1, 'ORDERED', cast(?2 as text), ?3)")
                        .setParameter(1, id.toString())
                        .setParameter(2, partner)
                        .setParameter(3, Document.write(details))
                        .executeUpdate());
    }

    static Duration within(@Nullable Duration stated, Duration otherwise, String pointer) {
        Duration within = Objects.requireNonNullElse(stated, otherwise);
        if (within.isNegative() || within.isZero() || within.compareTo(LONGEST) > 0) {
            throw Problem.badRequest(pointer, "must be longer than nothing and at most a year");
        }
        return within;
    }

    @GET
    @Operation(summary = "Campaigns, newest first; for the home side")
    public Uni<Page> list(
            @QueryParam("partner") @Nullable String partner,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        requireReader();
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.badRequest("limit", "must be from 1 to " + LARGEST_PAGE);
        }
        if (offset < 0) {
            throw Problem.badRequest("offset", "must not be negative");
        }
        return Panache.withSession(() -> DatabaseTime.now().chain(now -> newest(partner)
                .range(offset, offset + limit)
                .list()
                .map(found -> new Page(
                        found.stream()
                                .limit(limit)
                                .map(campaign -> ReviewView.of(campaign, now, null))
                                .toList(),
                        found.size() > limit ? Integer.toString(offset + limit) : null))));
    }

    private static PanacheQuery<Campaign> newest(@Nullable String partner) {
        return partner == null
                ? Campaign.find("order by openedAt desc, id")
                : Campaign.find("partner = ?1 order by openedAt desc, id", partner);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "A campaign with its lines: use, anomalies, posture, and what is recommended; for the home side")
    public Uni<Response> get(UUID id) {
        requireReader();
        Reviewer reader = new Reviewer(caller.subject(), caller.name());
        return Panache.withSession(
                () -> DatabaseTime.now().chain(now -> found(id).chain(campaign -> lines(id)
                        .chain(lines -> dossiers.of(lines, reader, now))
                        .map(lines -> Contested.tagged(campaign.version(), ReviewView.of(campaign, now, lines))))));
    }

    static Uni<Campaign> found(UUID id) {
        return Campaign.<Campaign>findById(id).onItem().ifNull().failWith(Problem::notFound);
    }

    static Uni<List<ReviewLine>> lines(UUID campaign) {
        return ReviewLine.<ReviewLine>find("campaign = ?1 order by grantId", campaign)
                .list();
    }

    private void requireReader() {
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR, Role.AUDITOR);
    }
}
