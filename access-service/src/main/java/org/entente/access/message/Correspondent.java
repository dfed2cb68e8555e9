package org.entente.access.message;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.entente.access.message.Message.Person;
import org.entente.access.message.Move.Part;
import org.entente.access.routing.RoutingRules;
import org.entente.access.routing.RoutingRules.Agency;
import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;

/** Somebody who comes to a message, and the parts that they have in it. */
record Correspondent(boolean isHome, String nation, Person person, boolean isOfficer, boolean isAnalyst) {
    static Correspondent of(Caller caller) {
        return new Correspondent(
                caller.isHome(),
                caller.nation(),
                new Person(caller.subject(), caller.name()),
                caller.has(Role.LIAISON_OFFICER),
                caller.has(Role.PARTNER_ANALYST));
    }

    /** To whom it is not for there is none: neither that it has changed nor what it has become is for them. */
    void requireKnows(PartnerMessage stored) {
        if (!isHome && !(isReader(stored.partner) && stored.state.isForPartner())) {
            throw Problem.notFound();
        }
    }

    private boolean isReader(String partner) {
        return nation.equals(partner) && (isOfficer || isAnalyst);
    }

    Set<Part> parts(String partner, Message message, Optional<RoutingRules> rules) {
        if (!isHome) {
            return Set.of(isReader(partner) ? Part.PARTNER : Part.STRANGER);
        }
        if (!isOfficer) {
            return Set.of(Part.HOME);
        }
        boolean isDrafter = message.drafter().sub().equals(person.sub());
        Set<Part> parts = EnumSet.of(isDrafter ? Part.DRAFTER : Part.LIAISON);
        String agency = message.agency();
        if (!isDrafter
                && agency != null
                && rules.flatMap(each -> each.agency(agency))
                        .filter(own -> own.superior().equals(person.name()))
                        .isPresent()) {
            parts.add(Part.SUPERIOR);
        }
        if (message.positions().keySet().stream().anyMatch(code -> speaksFor(code, rules))) {
            parts.add(Part.AGENCY);
        }
        return parts;
    }

    boolean speaksFor(String code, Optional<RoutingRules> rules) {
        return rules.flatMap(each -> each.agency(code))
                .filter((Agency agency) -> agency.isSpokenForBy(person.name()))
                .isPresent();
    }
}
