package org.entente.crisis.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Actor;
import org.entente.crisis.act.Authority;
import org.entente.crisis.review.Moving.Made;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** The summary for the parties: proposed by one crisis authority, published by another, fit for every partner. */
@Path("/crisis/reviews/{id}/summary")
@Authenticated
@Tag(name = "Reviews")
public class SummaryResource {
    private final Authority authority;
    private final Moving moving;
    private final Reviews reviews;
    private final String home;

    SummaryResource(
            Authority authority, Moving moving, Reviews reviews, @ConfigProperty(name = "entente.home") String home) {
        this.authority = authority;
        this.moving = moving;
        this.reviews = reviews;
        this.home = home;
    }

    /**
     * What a party reads: the text, the time, and its own figures; nothing about another party.
     *
     * @param shared what the reader's nation was permitted; absent for the home side, which has all of it in the review
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Published(
            UUID review,
            String plan,
            Instant from,
            Instant until,
            String text,
            Instant publishedAt,
            Facts.@Nullable Shared shared) {}

    @PUT
    @Operation(summary = "Propose the summary")
    public Uni<Response> propose(@PathParam("id") UUID id, Sent.Text sent) {
        authority.require(Act.CONCLUDE_REVIEW);
        String text = Sent.Text.checked(sent);
        return moving.move(id, Act.CONCLUDE_REVIEW, Move.PROPOSE_SUMMARY, step -> {
            Facts facts = Objects.requireNonNull(step.review().facts(), "a concluded review has facts");
            Sent.Text.requirePartnerSafe(
                    text,
                    Stream.concat(facts.partners().stream(), Stream.of(home)).toList());
            Review.Summary summary = new Review.Summary(
                    text,
                    step.actor().name(),
                    step.actor().subject(),
                    step.kept().now(),
                    null,
                    null);
            return new Made(step.review().summarised(summary), EventTypes.SUMMARY_PROPOSED, data -> data);
        });
    }

    @POST
    @Path("publication")
    @Operation(summary = "Publish the summary to the parties: a second person")
    public Uni<Response> publish(@PathParam("id") UUID id) {
        return moving.move(id, Act.CONCLUDE_REVIEW, Move.PUBLISH, step -> {
            Review.Summary proposed = Objects.requireNonNull(step.review().summary(), "one is proposed");
            Review.Summary published = new Review.Summary(
                    proposed.text(),
                    proposed.proposedBy(),
                    proposed.proposedBySubject(),
                    proposed.proposedAt(),
                    step.actor().name(),
                    step.kept().now());
            return new Made(
                    step.review().summarised(published),
                    EventTypes.SUMMARY_PUBLISHED,
                    data -> data.put("text", proposed.text()));
        });
    }

    @DELETE
    @Operation(summary = "Take the proposed summary back, or refuse it")
    public Uni<Response> reject(@PathParam("id") UUID id) {
        return moving.move(
                id,
                Act.CONCLUDE_REVIEW,
                Move.REJECT_SUMMARY,
                step -> new Made(step.review().summarised(null), EventTypes.SUMMARY_REJECTED, data -> data));
    }

    @GET
    @Operation(summary = "The published summary, for the home side and the parties of the plan")
    public Uni<Published> read(@PathParam("id") UUID id) {
        Actor actor = authority.require(Act.READ_SUMMARY);
        return reviews.shelf().find(id).map(kept -> published(id, kept.document(), actor));
    }

    /** To whoever is no party, and before it is published, there is none. */
    private static Published published(UUID id, Review review, Actor actor) {
        Facts facts = review.facts();
        Review.Summary summary = review.summary();
        if (review.state() != State.PUBLISHED || facts == null || summary == null || summary.publishedAt() == null) {
            throw Problem.notFound();
        }
        List<String> partners = facts.partners();
        if (!actor.isHome() && !partners.contains(actor.nation())) {
            throw Problem.notFound();
        }
        return new Published(
                id,
                facts.planName(),
                facts.from(),
                facts.until(),
                summary.text(),
                summary.publishedAt(),
                actor.isHome() ? null : facts.of(actor.nation()));
    }
}
