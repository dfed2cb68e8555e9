package org.entente.access.consent;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.consent.ConsentAnswers.Giving;
import org.entente.access.consent.ConsentAnswers.Refusal;
import org.entente.access.consent.ConsentAnswers.TakingBack;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.page.Entered;
import org.entente.page.Onward;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What people ask originators and owners, and what these answer; each form leads to the question. */
@Path(ConsentPages.PATH)
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class ConsentForms {
    private final ConsentResource consents;

    ConsentForms(ConsentResource consents) {
        this.consents = consents;
    }

    /** A question, about one asset or a class of material. */
    record Asked(
            @RestForm @Nullable String kind,
            @RestForm @Nullable String giver,
            @RestForm @Nullable String recipient,
            @RestForm @Nullable String purpose,
            @RestForm @Nullable List<String> actions,
            @RestForm @Nullable String asset,
            @RestForm @Nullable String categories,
            @RestForm @Nullable String compartments,
            @RestForm @Nullable String ceiling,
            @RestForm @Nullable String justification,
            @RestForm @Nullable String until) {
        Ask ask() {
            return new Ask(
                    whose(),
                    Entered.text(recipient),
                    Entered.text(purpose),
                    actions,
                    new Material(Entered.text(asset), words(categories), words(compartments), Entered.text(ceiling)),
                    Entered.text(justification),
                    Entered.instant("/until", until));
        }

        private Giver whose() {
            Giver.Kind by = Entered.one("/giver/kind", kind, Giver.Kind.values(), each -> each.name()
                    .toLowerCase(Locale.ROOT));
            return new Giver(
                    Vocabulary.present(by, "/giver/kind"), Vocabulary.present(Entered.text(giver), "/giver/code"));
        }

        private static List<String> words(@Nullable String entered) {
            return Objects.requireNonNullElse(Entered.words(entered), List.of());
        }
    }

    @POST
    @Operation(hidden = true)
    public Uni<Response> ask(@BeanParam Asked form) {
        return consents.ask(form.ask()).map(ConsentForms::question);
    }

    @POST
    @Path("/{id}/giving")
    @Operation(hidden = true)
    public Uni<Response> give(UUID id, @RestForm @Nullable String until) {
        return consents.give(id, new Giving(Entered.instant("/until", until))).map(done -> back(id));
    }

    @POST
    @Path("/{id}/refusal")
    @Operation(hidden = true)
    public Uni<Response> refuse(UUID id, @RestForm @Nullable String reason, @RestForm @Nullable String until) {
        return consents.refuse(id, new Refusal(Entered.text(reason), Entered.instant("/until", until)))
                .map(done -> back(id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(hidden = true)
    public Uni<Response> withdraw(UUID id, @RestForm @Nullable String reason) {
        return consents.withdraw(id, new TakingBack(Entered.text(reason))).map(done -> back(id));
    }

    /** To what was asked now, or to the same that was asked before and stands. */
    private static Response question(Response answer) {
        return answer.getEntity() instanceof ConsentView standing ? back(standing.id()) : Onward.made(answer);
    }

    private static Response back(UUID id) {
        return Onward.to(ConsentPages.PATH + "/" + id);
    }
}
