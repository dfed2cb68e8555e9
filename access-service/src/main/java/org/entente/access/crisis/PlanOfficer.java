package org.entente.access.crisis;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.entente.access.seal.Statement;
import org.entente.access.vocabulary.Assurance;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;
import org.jspecify.annotations.Nullable;

/** Who speaks for a party about a plan, and whether it is certainly they. */
@RequestScoped
class PlanOfficer {
    /** What sees the tokens that are for it, and must not be able to speak for anybody with them. */
    private static final String MISTRUSTED = "crisis-service";

    private final Caller caller;

    PlanOfficer(Caller caller) {
        this.caller = caller;
    }

    /** A person, apart from the request. */
    record Person(PlanMove.Mover mover, String subject, String officer, String actor, Assurance assurance) {
        String nation() {
            return mover.nation();
        }

        boolean isParty(PlanDocument document) {
            return document.parties().contains(nation());
        }

        Statement statement(Plans.Version version, Instant now) {
            return new Statement(
                    Statement.Act.CONSENT,
                    null,
                    version.document().plan(),
                    version.document().version(),
                    version.sha256(),
                    nation(),
                    officer,
                    subject,
                    now);
        }

        PlanConsent consent(String signature, Instant now) {
            return new PlanConsent(nation(), officer, subject, assurance, signature, now);
        }
    }

    Person officer(PlanMove move) {
        Person person = person();
        move.require(person.mover());
        return person;
    }

    Person reader() {
        if (caller.isHome()) {
            caller.requireHome(
                    Role.CRISIS_AUTHORITY,
                    Role.LIAISON_OFFICER,
                    Role.ORIGINATOR,
                    Role.AUDITOR,
                    Role.POLICY_ADMINISTRATOR);
        } else {
            caller.requirePartner(Role.LIAISON_OFFICER, Role.PARTNER_ANALYST);
        }
        return person();
    }

    /** Who speaks for a nation's originators: at home originators, elsewhere its liaison officers. */
    Person originator() {
        if (caller.isHome()) {
            caller.requireHome(Role.ORIGINATOR);
        } else {
            caller.requirePartner(Role.LIAISON_OFFICER);
        }
        return person();
    }

    /** Refuses a token that crisis-service may have seen and could use in its owner's place, with a 403 problem. */
    void requireUnforgeable(@Nullable String signature) {
        boolean isForgeable =
                caller.audiences().contains(MISTRUSTED) && caller.binding().isEmpty() && signature == null;
        if (isForgeable) {
            throw Problem.forbidden("This token is good for " + MISTRUSTED + " too, which must not be able to consent:"
                    + " use one for access-service alone, one bound to a key, or sign with a key of your own.");
        }
    }

    private Person person() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (caller.has(role)) {
                roles.add(role);
            }
        }
        return new Person(
                new PlanMove.Mover(caller.nation(), caller.isHome(), roles),
                caller.subject(),
                caller.name(),
                caller.actor(),
                Assurance.valueOf(caller.assurance().toUpperCase(Locale.ROOT)));
    }
}
