package org.entente.access.desk;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.entente.access.assessment.AssessmentResource;
import org.entente.access.partner.PartnerResource;
import org.entente.access.partner.Posture;
import org.entente.access.posture.PostureResource;
import org.entente.access.posture.PostureResource.PostureChange;
import org.entente.access.posture.RestorationResource;
import org.entente.access.posture.RestorationResource.Asked;
import org.entente.access.revision.Revision;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.Entered;
import org.entente.page.WireForm;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** How far a partner is trusted and why, for people of the home side, with the forms that lower and restore it. */
@Path("/access/pages/partners/{code}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PartnerPages {
    private final Caller caller;
    private final PartnerResource partners;
    private final PostureResource postures;
    private final RestorationResource restorations;
    private final AssessmentResource assessments;
    private final Revision revision;
    private final WireForm wire;
    private final Template page;
    private final Template restoration;

    PartnerPages(
            Caller caller,
            PartnerResource partners,
            PostureResource postures,
            RestorationResource restorations,
            AssessmentResource assessments,
            Revision revision,
            WireForm wire,
            @Location("partner") Template page,
            @Location("restoration") Template restoration) {
        this.caller = caller;
        this.partners = partners;
        this.postures = postures;
        this.restorations = restorations;
        this.assessments = assessments;
        this.revision = revision;
        this.wire = wire;
        this.page = page;
        this.restoration = restoration;
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> get(String code) {
        boolean restores = caller.has(Role.LIAISON_OFFICER) || caller.has(Role.CRISIS_AUTHORITY);
        return partners.get(code).chain(partner -> postures.present(code)
                .chain(present -> assessments.list(code).map(assessed -> page.data("partner", wire.of(partner))
                        .data("present", wire.of(present))
                        .data("assessments", assessed.stream().map(wire::of).toList())
                        .data("restores", restores)
                        .data("path", path(code)))));
    }

    @GET
    @Path("/restorations/{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> restoration(String code, UUID id) {
        return restorations.get(code, id).map(answer -> restoration
                .data("restoration", wire.of(answer))
                .data("partner", code)
                .data("path", path(code) + "/restorations/" + id));
    }

    @POST
    @Path("/posture")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> lower(
            String code,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String posture,
            @RestForm @Nullable String reason) {
        revision.seen(tag);
        PostureChange change = new PostureChange(
                Entered.one("/posture", posture, Posture.values(), each -> each.name()
                        .toLowerCase(Locale.ROOT)),
                Entered.text(reason));
        return postures.lower(code, change).map(done -> seeOther(path(code)));
    }

    @POST
    @Path("/restorations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> propose(
            String code, @RestForm("cause") @Nullable List<UUID> causes, @RestForm @Nullable String reason) {
        return restorations
                .propose(code, new Asked(causes == null ? List.of() : List.copyOf(causes), Entered.text(reason)))
                .map(done -> seeOther(done.getLocation().getPath().replaceFirst("^/access/", "/access/pages/")));
    }

    @POST
    @Path("/restorations/{id}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> approve(String code, UUID id, @RestForm @Nullable String tag) {
        revision.seen(tag);
        return restorations.approve(code, id).map(done -> seeOther(path(code)));
    }

    @POST
    @Path("/restorations/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> withdraw(String code, UUID id, @RestForm @Nullable String tag) {
        revision.seen(tag);
        return restorations.withdraw(code, id).map(done -> seeOther(path(code)));
    }

    private static String path(String code) {
        return "/access/pages/partners/" + code;
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
