package org.entente.access.request;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.grant.Narrower;
import org.entente.access.request.AnswerResource.Approval;
import org.entente.access.request.AnswerResource.Denial;
import org.entente.access.request.DialogueResource.Rerouting;
import org.entente.access.request.DialogueResource.Text;
import org.entente.access.routing.Priority;
import org.entente.access.version.Contested;
import org.entente.page.Entered;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What people do with requests; each form does what the interface does, and leads back to the request. */
@Path(RequestPages.PATH)
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class RequestForms {
    private final RequestResource requests;
    private final AnswerResource answers;
    private final DialogueResource dialogue;
    private final Contested contested;

    RequestForms(RequestResource requests, AnswerResource answers, DialogueResource dialogue, Contested contested) {
        this.requests = requests;
        this.answers = answers;
        this.dialogue = dialogue;
        this.contested = contested;
    }

    /** What a partner asks for. */
    record Asked(
            @RestForm @Nullable String tier,
            @RestForm @Nullable String categories,
            @RestForm @Nullable List<String> purposes,
            @RestForm @Nullable String until,
            @RestForm @Nullable String priority,
            @RestForm @Nullable String assets,
            @RestForm @Nullable String why) {
        Submission submission() {
            return new Submission(
                    null,
                    Entered.number("/tier", tier),
                    Entered.words(categories),
                    purposes,
                    Entered.instant("/until", until),
                    null,
                    null,
                    Entered.words(assets),
                    Entered.one("/priority", priority, Priority.values(), RequestForms::code),
                    Entered.text(why));
        }
    }

    /** A grant, as wide as was asked for or less. */
    record Approved(
            @RestForm @Nullable String tag,
            @RestForm @Nullable UUID agreement,
            @RestForm @Nullable String tier,
            @RestForm @Nullable String categories,
            @RestForm @Nullable String until,
            @RestForm @Nullable String reviewDue,
            @RestForm @Nullable String rationale,
            @RestForm @Nullable String homeRationale) {
        Approval approval() {
            Narrower to = new Narrower(
                    Entered.number("/to/tier", tier),
                    Entered.words(categories),
                    null,
                    Entered.instant("/to/until", until),
                    null,
                    null,
                    null,
                    null);
            boolean isAll = to.tier() == null && to.categories() == null && to.until() == null;
            return new Approval(
                    agreement,
                    isAll ? null : to,
                    Entered.instant("/reviewDue", reviewDue),
                    Entered.text(rationale),
                    Entered.text(homeRationale));
        }
    }

    /** No grant. */
    record Refused(
            @RestForm @Nullable String tag,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String rationale,
            @RestForm @Nullable String homeRationale) {
        Denial denial() {
            return new Denial(
                    Entered.one("/reason", reason, Refusal.values(), RequestForms::code),
                    Entered.text(rationale),
                    Entered.text(homeRationale));
        }
    }

    /** Another officer. */
    record Rerouted(
            @RestForm @Nullable String tag,
            @RestForm @Nullable String agency,
            @RestForm @Nullable String officer,
            @RestForm @Nullable String reason) {}

    @POST
    @Operation(hidden = true)
    public Uni<Response> submit(@BeanParam Asked form) {
        return requests.submit(form.submission())
                .map(done -> seeOther(done.getLocation().getPath().replaceFirst("^/access/", "/access/pages/")));
    }

    @POST
    @Path("/{id}/approval")
    @Operation(hidden = true)
    public Uni<Response> approve(UUID id, @BeanParam Approved form) {
        contested.seen(form.tag());
        return answers.approve(id, form.approval()).map(done -> back(id));
    }

    @POST
    @Path("/{id}/refusal")
    @Operation(hidden = true)
    public Uni<Response> refuse(UUID id, @BeanParam Refused form) {
        contested.seen(form.tag());
        return answers.refuse(id, form.denial()).map(done -> back(id));
    }

    @POST
    @Path("/{id}/clarification")
    @Operation(hidden = true)
    public Uni<Response> ask(UUID id, @RestForm @Nullable String tag, @RestForm @Nullable String text) {
        contested.seen(tag);
        return dialogue.ask(id, new Text(Entered.text(text))).map(done -> back(id));
    }

    @POST
    @Path("/{id}/answer")
    @Operation(hidden = true)
    public Uni<Response> answer(UUID id, @RestForm @Nullable String tag, @RestForm @Nullable String text) {
        contested.seen(tag);
        return dialogue.answer(id, new Text(Entered.text(text))).map(done -> back(id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(hidden = true)
    public Uni<Response> withdraw(UUID id, @RestForm @Nullable String tag) {
        contested.seen(tag);
        return dialogue.withdraw(id).map(done -> back(id));
    }

    @POST
    @Path("/{id}/routing")
    @Operation(hidden = true)
    public Uni<Response> route(UUID id, @BeanParam Rerouted form) {
        contested.seen(form.tag());
        Rerouting to =
                new Rerouting(Entered.text(form.agency()), Entered.text(form.officer()), Entered.text(form.reason()));
        return dialogue.route(id, to).map(done -> back(id));
    }

    /** A constant as it stands on the wire. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Response back(UUID id) {
        return seeOther(RequestPages.PATH + "/" + id);
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
