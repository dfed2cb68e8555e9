package org.entente.crisis.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.crisis.input.Field;
import org.entente.http.Problem;
import org.entente.page.Entered;
import org.entente.page.Onward;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What people do in a review; each form does what the interface does, and leads back to the review. */
@Path(ReviewPages.PATH)
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class ReviewForms {
    private static final Boolean[] OUTCOMES = {true, false};

    private final ReviewResource reviews;
    private final SummaryResource summaries;
    private final ObjectMapper json;

    ReviewForms(ReviewResource reviews, SummaryResource summaries, ObjectMapper json) {
        this.reviews = reviews;
        this.summaries = summaries;
        this.json = json;
    }

    /** What is found. */
    record Found(
            @RestForm @Nullable String verdict,
            @RestForm @Nullable String title,
            @RestForm @Nullable String text,
            @RestForm @Nullable String evidence) {
        Sent.Finding finding() {
            Review.Verdict meant = Entered.one("/verdict", verdict, Review.Verdict.values(), Review.Verdict::wireName);
            return new Sent.Finding(
                    Field.present("/verdict", meant),
                    Field.present("/title", Entered.text(title)),
                    Field.present("/text", Entered.text(text)),
                    Entered.words(evidence));
        }
    }

    /** What is recommended. */
    record Recommended(
            @RestForm @Nullable String finding,
            @RestForm @Nullable String kind,
            @RestForm @Nullable String title,
            @RestForm @Nullable String draft) {
        Sent.Recommendation recommendation(ObjectMapper json) {
            return new Sent.Recommendation(
                    Field.present("/finding", Entered.number("/finding", finding)),
                    Field.present("/kind", Entered.one("/kind", kind, Kind.values(), Kind::wireName)),
                    Field.present("/title", Entered.text(title)),
                    draft(json, Field.present("/draft", Entered.text(draft))));
        }

        private static JsonNode draft(ObjectMapper json, String text) {
            try {
                return json.readTree(text);
            } catch (JsonProcessingException notJson) {
                throw Problem.badRequest("/draft", "is not JSON");
            }
        }
    }

    /** What becomes of a recommendation. */
    record Decided(
            @RestForm @Nullable String outcome,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String became) {
        Sent.Decision decision() {
            Boolean accepted = Entered.one("/accepted", outcome, OUTCOMES, each -> each ? "accepted" : "rejected");
            return new Sent.Decision(
                    Field.present("/accepted", accepted),
                    Field.present("/reason", Entered.text(reason)),
                    Entered.text(became));
        }
    }

    @POST
    @Path("{id}/findings")
    @Operation(hidden = true)
    public Uni<Response> find(@PathParam("id") UUID id, @BeanParam Found form) {
        return back(id, "#findings", reviews.find(id, form.finding()));
    }

    @POST
    @Path("{id}/recommendations")
    @Operation(hidden = true)
    public Uni<Response> recommend(@PathParam("id") UUID id, @BeanParam Recommended form) {
        return back(id, "#recommendations", reviews.recommend(id, form.recommendation(json)));
    }

    @POST
    @Path("{id}/recommendations/{number}/decision")
    @Operation(hidden = true)
    public Uni<Response> decide(@PathParam("id") UUID id, @PathParam("number") int number, @BeanParam Decided form) {
        return back(id, "#recommendation-" + number, reviews.decide(id, number, form.decision()));
    }

    @POST
    @Path("{id}/conclusion")
    @Operation(hidden = true)
    public Uni<Response> conclude(@PathParam("id") UUID id, @RestForm @Nullable String text) {
        return back(id, "#conclusion", reviews.conclude(id, new Sent.Text(Field.present("/text", Entered.text(text)))));
    }

    @POST
    @Path("{id}/summary")
    @Operation(hidden = true)
    public Uni<Response> propose(@PathParam("id") UUID id, @RestForm @Nullable String text) {
        return back(id, "#summary", summaries.propose(id, new Sent.Text(Field.present("/text", Entered.text(text)))));
    }

    @POST
    @Path("{id}/summary/publication")
    @Operation(hidden = true)
    public Uni<Response> publish(@PathParam("id") UUID id) {
        return back(id, "#summary", summaries.publish(id));
    }

    @POST
    @Path("{id}/summary/rejection")
    @Operation(hidden = true)
    public Uni<Response> reject(@PathParam("id") UUID id) {
        return back(id, "#summary", summaries.reject(id));
    }

    private static Uni<Response> back(UUID id, String part, Uni<Response> done) {
        return done.map(ignored -> Onward.to(ReviewPages.PATH + "/" + id + part));
    }
}
