package org.entente.access.usage;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.grant.GrantResource;
import org.entente.access.grant.Issue;
import org.entente.access.grant.Narrower;
import org.entente.access.usage.NarrowingResource.Narrowing;
import org.entente.access.version.Contested;
import org.entente.page.Entered;
import org.entente.page.Onward;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What people do with grants; each form does what the interface does, and leads to the grant. */
@Path(GrantPages.PATH)
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class GrantForms {
    private final GrantResource grants;
    private final NarrowingResource narrowings;
    private final Contested contested;

    GrantForms(GrantResource grants, NarrowingResource narrowings, Contested contested) {
        this.grants = grants;
        this.narrowings = narrowings;
        this.contested = contested;
    }

    /** A new grant; the form stands on the page of its agreement. */
    record Issued(
            @RestForm @Nullable UUID agreement,
            @RestForm @Nullable String partner,
            @RestForm @Nullable String tier,
            @RestForm @Nullable List<String> categories,
            @RestForm @Nullable List<String> purposes,
            @RestForm @Nullable String until,
            @RestForm @Nullable String reviewDue,
            @RestForm @Nullable String unit,
            @RestForm @Nullable String person,
            @RestForm @Nullable String assets,
            @RestForm @Nullable String topics) {
        Issue issue() {
            return new Issue(
                    agreement,
                    Entered.number("/tier", tier),
                    categories,
                    purposes,
                    Entered.instant("/until", until),
                    Entered.instant("/reviewDue", reviewDue),
                    Entered.text(unit),
                    Entered.text(person),
                    Entered.words(assets),
                    Entered.words(topics),
                    Entered.text(partner));
        }
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

    @POST
    @Operation(hidden = true)
    public Uni<Response> issue(@BeanParam Issued form) {
        return grants.issue(form.issue()).map(Onward::made);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(hidden = true)
    public Uni<Response> withdraw(UUID id, @RestForm @Nullable String tag, @RestForm @Nullable String reason) {
        contested.seen(tag);
        return grants.withdraw(id, new GrantResource.Withdrawal(Entered.text(reason)))
                .map(done -> back(id));
    }

    @POST
    @Path("/{id}/narrowing")
    @Operation(hidden = true)
    public Uni<Response> narrow(UUID id, @BeanParam Narrowed form) {
        contested.seen(form.tag());
        return narrowings.narrow(id, form.narrowing()).map(done -> back(id));
    }

    private static Response back(UUID id) {
        return Onward.to(GrantPages.PATH + "/" + id);
    }
}
