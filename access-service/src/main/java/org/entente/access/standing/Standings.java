package org.entente.access.standing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.entente.access.partner.PartnerCode;
import org.entente.access.vocabulary.Assurance;
import org.entente.access.vocabulary.Vocabulary;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Who may know which standing: a partner's people their own, the home side anybody's. */
@ApplicationScoped
class Standings {
    private final StandingStore store;
    private final Caller caller;
    private final Vocabulary vocabulary;

    Standings(StandingStore store, Caller caller, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
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
        String asked = asked(partner);
        Reader reader = caller.isHome()
                ? Reader.of(assurance)
                : new Reader(assurance, caller.subject(), caller.unit().orElse(null));
        return store.of(asked, reader.subject()).map(papers -> Appraisal.of(papers, reader));
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
        if (partner == null || !PartnerCode.isOfAnotherThan(vocabulary.home(), partner)) {
            throw Problem.badRequest(
                    "partner", "must name another nation (ISO 3166-1 alpha-3) or an organisation of one");
        }
        return partner;
    }
}
