package org.entente.access.usage;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.grant.Grant;
import org.entente.access.grant.GrantResource;
import org.entente.access.grant.GrantView;
import org.entente.http.Caller;
import org.entente.http.Role;
import org.entente.page.WireForm;

/** Grants for people: what each allows, what of it is used, how it could be narrowed; the home side alone sees the last two. */
@Path(GrantPages.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class GrantPages {
    static final String PATH = "/access/pages/grants";

    private final Caller caller;
    private final GrantResource grants;
    private final UsageResource usages;
    private final NarrowingResource narrowings;
    private final WireForm wire;
    private final Template page;

    GrantPages(
            Caller caller,
            GrantResource grants,
            UsageResource usages,
            NarrowingResource narrowings,
            WireForm wire,
            @Location("grant") Template page) {
        this.caller = caller;
        this.grants = grants;
        this.usages = usages;
        this.narrowings = narrowings;
        this.wire = wire;
        this.page = page;
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
                    .data("path", PATH + "/" + id)
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
}
