package org.entente.crisis.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.crisis.act.Act;
import org.entente.crisis.act.Authority;
import org.entente.crisis.kept.EntityTag;
import org.entente.crisis.kept.Kept;
import org.entente.crisis.review.Moving.Made;
import org.entente.crisis.review.Moving.Step;
import org.entente.events.EventTypes;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Reading reviews, and saying what was learnt. */
@Path("/crisis/reviews")
@Authenticated
@Tag(name = "Reviews")
public class ReviewResource {
    private static final int MAX_FINDINGS = 200;
    private static final int PER_PAGE = 100;

    private final Authority authority;
    private final Reviews reviews;
    private final FactFinder facts;
    private final Moving moving;
    private final ObjectMapper json;

    ReviewResource(Authority authority, Reviews reviews, FactFinder facts, Moving moving, ObjectMapper json) {
        this.authority = authority;
        this.reviews = reviews;
        this.facts = facts;
        this.moving = moving;
        this.json = json;
    }

    /**
     * A page of reviews, in the order of their identifiers.
     *
     * @param next where the next page begins; absent at the end
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<ReviewView> reviews, @Nullable UUID next) {}

    @GET
    @Operation(summary = "Reviews, page by page, without their facts")
    public Uni<Page> list(
            @QueryParam("activation") @Nullable UUID activation, @QueryParam("cursor") @Nullable UUID cursor) {
        authority.require(Act.READ_REVIEW);
        UUID after = cursor == null ? new UUID(0, 0) : cursor;
        return reviews.shelf()
                .where(
                        "id > $1 and ($2::uuid is null or activation = $2) order by id limit $3",
                        Tuple.of(after, activation, PER_PAGE + 1))
                .map(found -> new Page(
                        found.stream()
                                .limit(PER_PAGE)
                                .map(kept -> ReviewView.of(kept, null))
                                .toList(),
                        found.size() > PER_PAGE ? found.get(PER_PAGE - 1).id() : null));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A review with its timeline, what was shared, and which deadlines were kept")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return view(id).map(shown -> EntityTag.answer(shown.kept(), shown.view()));
    }

    /** A review and what is shown of it. */
    record Shown(Kept<Review> kept, ReviewView view) {}

    Uni<Shown> view(UUID id) {
        authority.require(Act.READ_REVIEW);
        return reviews.shelf().find(id).chain(kept -> factsOf(kept)
                .map(known -> new Shown(kept, ReviewView.of(kept, known))));
    }

    private Uni<Facts> factsOf(Kept<Review> kept) {
        Facts fixed = kept.document().facts();
        return fixed == null
                ? facts.of(kept.document().activation())
                : Uni.createFrom().item(fixed);
    }

    @POST
    @Path("{id}/findings")
    @Operation(summary = "Say what worked, what failed, or what is a risk")
    public Uni<Response> find(@PathParam("id") UUID id, Sent.Finding sent) {
        authority.require(Act.CONTRIBUTE_TO_REVIEW);
        Sent.Finding said = Sent.Finding.checked(sent);
        return moving.move(id, Act.CONTRIBUTE_TO_REVIEW, Move.FIND, step -> {
            Review review = step.review();
            requireRoom(review.findings().size());
            int number = review.findings().size() + 1;
            Review.Finding finding = new Review.Finding(
                    number,
                    said.verdict(),
                    said.title(),
                    said.text(),
                    said.named(),
                    step.actor().name(),
                    step.kept().now());
            return new Made(review.finding(finding), EventTypes.REVIEW_FINDING_MADE, data -> data.put("finding", number)
                    .put("verdict", said.verdict().wireName())
                    .put("title", said.title()));
        });
    }

    @POST
    @Path("{id}/recommendations")
    @Operation(summary = "Draft what should become of a finding")
    public Uni<Response> recommend(@PathParam("id") UUID id, Sent.Recommendation sent) {
        authority.require(Act.CONTRIBUTE_TO_REVIEW);
        Sent.Recommendation said = Sent.Recommendation.checked(sent);
        return facts.terms(id)
                .chain(terms -> moving.move(
                        id, Act.CONTRIBUTE_TO_REVIEW, Move.RECOMMEND, step -> recommended(step, said, terms)));
    }

    /** The draft of a plan is the plan that was in force, with changes: ready to be proposed as it is. */
    private Made recommended(Step step, Sent.Recommendation said, JsonNode terms) {
        Review review = step.review();
        requireRoom(review.recommendations().size());
        if (said.finding() < 1 || said.finding() > review.findings().size()) {
            throw Problem.unprocessable("/finding", "is not the number of a finding");
        }
        int number = review.recommendations().size() + 1;
        Review.Recommendation recommendation = new Review.Recommendation(
                number,
                said.finding(),
                said.kind(),
                said.title(),
                said.kind() == Kind.PLAN ? Sent.merged(json, terms, said.draft()) : said.draft(),
                step.actor().name(),
                step.actor().subject(),
                step.kept().now(),
                null);
        return new Made(
                review.recommending(Review.and(review.recommendations(), recommendation)),
                EventTypes.RECOMMENDATION_DRAFTED,
                data -> data.put("recommendation", number)
                        .put("finding", said.finding())
                        .put("kind", said.kind().wireName())
                        .put("title", said.title()));
    }

    @POST
    @Path("{id}/recommendations/{number}/decision")
    @Operation(summary = "Decide a recommendation, and say what was made of the draft")
    public Uni<Response> decide(@PathParam("id") UUID id, @PathParam("number") int number, Sent.Decision sent) {
        authority.require(Act.DECIDE_RECOMMENDATION);
        Sent.Decision said = Sent.Decision.checked(sent);
        return moving.move(id, Act.DECIDE_RECOMMENDATION, Move.DECIDE, step -> decided(step, number, said));
    }

    private static Made decided(Step step, int number, Sent.Decision said) {
        List<Review.Recommendation> all = new ArrayList<>(step.review().recommendations());
        if (number < 1 || number > all.size()) {
            throw Problem.notFound();
        }
        Review.Recommendation recommendation = all.get(number - 1);
        if (recommendation.decided() != null) {
            throw Problem.conflict(null, "The recommendation has been decided already.");
        }
        if (recommendation.bySubject().equals(step.actor().subject())) {
            throw Problem.forbidden("A second person must decide it: you are the one who drafted it.");
        }
        all.set(
                number - 1,
                recommendation.with(new Review.Decided(
                        said.accepted(),
                        said.reason(),
                        said.became(),
                        step.actor().name(),
                        step.kept().now())));
        return new Made(step.review().recommending(all), EventTypes.RECOMMENDATION_DECIDED, data -> data.put(
                        "recommendation", number)
                .put("accepted", said.accepted()));
    }

    @POST
    @Path("{id}/conclusion")
    @Operation(summary = "Say that the findings are complete; the facts are fixed")
    public Uni<Response> conclude(@PathParam("id") UUID id, Sent.Text sent) {
        authority.require(Act.CONCLUDE_REVIEW);
        String text = Sent.Text.checked(sent);
        return reviews.shelf()
                .find(id)
                .chain(this::factsOf)
                .chain(known -> moving.move(id, Act.CONCLUDE_REVIEW, Move.CONCLUDE, step -> {
                    if (step.review().findings().isEmpty()) {
                        throw Problem.conflict(null, "There are no findings yet, not even that all went well.");
                    }
                    Review.Conclusion conclusion = new Review.Conclusion(
                            text, step.actor().name(), step.kept().now());
                    return new Made(
                            step.review().concluded(conclusion, known),
                            EventTypes.REVIEW_CONCLUDED,
                            data -> data.put(
                                    "findings", step.review().findings().size()));
                }));
    }

    private static void requireRoom(int size) {
        if (size >= MAX_FINDINGS) {
            throw Problem.conflict(null, "A review has at most " + MAX_FINDINGS + " of these.");
        }
    }
}
