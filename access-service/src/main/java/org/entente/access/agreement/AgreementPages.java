package org.entente.access.agreement;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.agreement.ConsentResource.Consenting;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Agreements for people, on the screen and on paper; each page shows what the JSON resource shows the same caller. */
@Path("/access/pages/agreements")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@TemplateData(target = Article.Written.class)
@TemplateData(target = Terms.class)
public class AgreementPages {
    private static final int PER_PAGE = 50;

    private final Caller caller;
    private final Vocabulary vocabulary;
    private final AgreementResource agreements;
    private final ConsentResource consents;
    private final DocumentResource documents;
    private final VersionsResource versions;
    private final Template list;
    private final Template agreement;

    AgreementPages(
            Caller caller,
            Vocabulary vocabulary,
            AgreementResource agreements,
            ConsentResource consents,
            DocumentResource documents,
            VersionsResource versions,
            @Location("agreements") Template list,
            @Location("agreement") Template agreement) {
        this.caller = caller;
        this.vocabulary = vocabulary;
        this.agreements = agreements;
        this.consents = consents;
        this.documents = documents;
        this.versions = versions;
        this.list = list;
        this.agreement = agreement;
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@QueryParam("cursor") @Nullable UUID cursor) {
        return agreements.list(cursor, PER_PAGE).map(page -> list.data("page", page));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> agreement(UUID id) {
        boolean isOfficer = caller.has(Role.LIAISON_OFFICER);
        boolean isHome = caller.isHome();
        String nation = caller.nation();
        return agreements
                .get(id)
                .map(answer -> (AgreementView) answer.getEntity())
                .chain(view -> documents.signed(id, view.version()).chain(signed -> versions.versions(id)
                        .map(history -> agreement
                                .data("agreement", view)
                                .data("signed", signed)
                                .data("history", history)
                                .data("home", vocabulary.home())
                                .data("consentPath", "/access/pages/agreements/" + id + "/consents")
                                .data("openVersion", openVersion(view, nation, isOfficer))
                                .data("issues", isHome && isOfficer && view.state() == State.IN_FORCE))));
    }

    @POST
    @Path("/{id}/consents")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> consent(UUID id, @RestForm int version) {
        return consents.consent(id, new Consenting(version, null))
                .map(done -> Response.seeOther(URI.create("/access/pages/agreements/" + id))
                        .build());
    }

    /** The version to which the caller could consent here; absent where there is nothing to consent to. */
    private static @Nullable Integer openVersion(AgreementView view, String nation, boolean isOfficer) {
        boolean isOnTheTable = view.state() == State.PROPOSED || view.state() == State.COUNTERED;
        if (!isOfficer || !(isOnTheTable || view.amendment() != null)) {
            return null;
        }
        boolean hasConsented = (view.amendment() == null
                        ? view.consents()
                        : view.amendment().consents())
                .stream().anyMatch(consent -> consent.party().equals(nation));
        int open = view.amendment() == null ? view.version() : view.amendment().version();
        return hasConsented ? null : open;
    }
}
