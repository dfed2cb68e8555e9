package org.entente.access.standing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.entente.access.vocabulary.Assurance;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.entente.label.Nation;
import org.jspecify.annotations.Nullable;

/** Who may know which standing: a partner's people their own, the home side anybody's. */
@ApplicationScoped
class Standings {
    private final StandingStore store;
    private final Caller caller;

    Standings(StandingStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /**
     * The standing of the partner that the caller may ask about.
     *
     * @throws Problem 400 where the home side names no partner, 403 for other roles, 404 for another's
     */
    Uni<Standing> forCaller(@Nullable String partner) {
        Assurance assurance = Assurance.valueOf(caller.assurance().toUpperCase(Locale.ROOT));
        return store.of(asked(partner)).map(papers -> Appraisal.of(papers, assurance));
    }

    private String asked(@Nullable String partner) {
        if (!caller.isHome()) {
            String own = caller.requirePartner(Role.LIAISON_OFFICER, Role.PARTNER_ANALYST);
            if (partner != null && !partner.equals(own)) {
                throw Problem.notFound();
            }
            return own;
        }
        caller.requireHome(Role.LIAISON_OFFICER, Role.POLICY_ADMINISTRATOR, Role.CRISIS_AUTHORITY, Role.AUDITOR);
        if (partner == null || !Nation.isNation(partner)) {
            throw Problem.badRequest("partner", "must name a nation, ISO 3166-1 alpha-3");
        }
        return partner;
    }
}
