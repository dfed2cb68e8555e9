package org.entente.access.request;

import java.time.Instant;
import org.entente.access.request.Move.Part;
import org.entente.access.routing.Absences;
import org.entente.http.Caller;
import org.entente.http.Role;

/** Somebody who comes to a request, and the part that they have in it. */
record Visitor(boolean isHome, String nation, String sub, String name, boolean isOfficer, boolean isAnalyst) {
    static Visitor of(Caller caller) {
        return new Visitor(
                caller.isHome(),
                caller.nation(),
                caller.subject(),
                caller.name(),
                caller.has(Role.LIAISON_OFFICER),
                caller.has(Role.PARTNER_ANALYST));
    }

    /** Whether there is no such request to them. */
    boolean isStranger(AccessRequest stored) {
        if (isHome) {
            return false;
        }
        boolean isRequester = stored.requester.equals(sub) && (isOfficer || isAnalyst);
        return !stored.partner.equals(nation) || !(isOfficer || isRequester);
    }

    Part part(AccessRequest stored, Absences absences, Instant now) {
        if (isStranger(stored)) {
            return Part.STRANGER;
        }
        if (isHome) {
            return isOfficer ? officer(stored.request(), absences, now) : Part.HOME;
        }
        return stored.requester.equals(sub) ? Part.REQUESTER : Part.PARTNER_OFFICER;
    }

    /** Once it is late, it is the superior's as well, who may be away like anybody. */
    private Part officer(Request request, Absences absences, Instant now) {
        if (request.responsible(absences).filter(name::equals).isPresent()) {
            return Part.RESPONSIBLE;
        }
        var assignment = request.assignment();
        boolean isSuperiors = assignment != null && (request.escalatedAt() != null || request.isLateAt(now));
        return isSuperiors
                        && absences.responsible(assignment.escalateTo(), assignment.escalateTo())
                                .equals(name)
                ? Part.RESPONSIBLE
                : Part.LIAISON;
    }
}
