package org.entente.access.usage;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.grant.Grant;
import org.entente.access.grant.GrantResource;
import org.entente.access.grant.GrantView;
import org.entente.access.grant.Narrower;
import org.entente.access.usage.NarrowingResource.Narrowing;
import org.entente.access.version.Contested;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.Entered;
import org.entente.page.WireForm;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Grants for people: what each allows, what of it is used, how it could be narrowed; the home side alone sees the last two. */
@Path("/access/pages/grants")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class GrantPages {
    private static final String PATH = "/access/pages/grants/";

    private final Caller caller;
    private final GrantResource grants;
    private final UsageResource usages;
    private final NarrowingResource narrowings;
    private final Contested contested;
    private final WireForm wire;
    private final Template page;

    GrantPages(
            Caller caller,
            GrantResource grants,
            UsageResource usages,
            NarrowingResource narrowings,
            Contested contested,
            WireForm wire,
            @Location("grant") Template page) {
        this.caller = caller;
        this.grants = grants;
        this.usages = usages;
        this.narrowings = narrowings;
        this.contested = contested;
        this.wire = wire;
        this.page = page;
    }

    /** Less of everything that is stated. */
    record Narrowed(
            @RestForm @Nullable String tag,
            @RestForm @Nullable String tier,
            @RestForm @Nullable String categories,
            @RestForm @Nullable String purposes,
            @RestForm @Nullable String until,
            @RestForm @Nullable String reason) {
        Narrowing narrowing() {
            Narrower to = new Narrower(
                    Entered.number("/to/tier", tier),
                    Entered.words(categories),
                    Entered.words(purposes),
                    Entered.instant("/to/until", until),
                    null,
                    null,
                    null,
                    null);
            return new Narrowing(to, Entered.text(reason));
        }
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> get(UUID id) {
        boolean isMeasured = caller.isHome()
                && (caller.has(Role.LIAISON_OFFICER)
                        || caller.has(Role.AUDITOR)
                        || caller.has(Role.POLICY_ADMINISTRATOR)
                        || caller.has(Role.ORIGINATOR));
        boolean isOfficer = caller.isHome() && caller.has(Role.LIAISON_OFFICER);
        return grants.get(id).chain(answer -> {
            TemplateInstance shown = page.data("grant", wire.of(answer))
                    .data("path", PATH + id)
                    .data("usage", null)
                    .data("proposal", null)
                    .data("decides", isOfficer && isLive((GrantView) answer.getEntity()));
            return isMeasured ? measured(id, shown) : Uni.createFrom().item(shown);
        });
    }

    private static boolean isLive(GrantView grant) {
        return grant.state() == Grant.State.LIVE;
    }

    private Uni<TemplateInstance> measured(UUID id, TemplateInstance shown) {
        return usages.get(id).chain(used -> narrowings.get(id).map(proposal -> shown.data("usage", wire.of(used))
                .data("proposal", wire.of(proposal))));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> withdraw(UUID id, @RestForm @Nullable String tag, @RestForm @Nullable String reason) {
        contested.seen(tag);
        return grants.withdraw(id, new GrantResource.Withdrawal(Entered.text(reason)))
                .map(done -> back(id));
    }

    @POST
    @Path("/{id}/narrowing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> narrow(UUID id, @BeanParam Narrowed form) {
        contested.seen(form.tag());
        return narrowings.narrow(id, form.narrowing()).map(done -> back(id));
    }

    private static Response back(UUID id) {
        return Response.seeOther(URI.create(PATH + id)).build();
    }
}
