package org.entente.access.officer;

import org.entente.http.Caller;
import org.entente.http.Problem;
import org.entente.http.Role;

/** Who reads in a partner's file what the partner may read, too: those who deal with partners, and its own people. */
final class PartnerFile {
    private PartnerFile() {}

    /** Refused with a 404 problem for other partners, to whom there is no such file, and 403 for other roles. */
    static void requireReader(Caller caller, String code) {
        if (caller.isHome()) {
            caller.requireHome(
                    Role.LIAISON_OFFICER,
                    Role.POLICY_ADMINISTRATOR,
                    Role.CRISIS_AUTHORITY,
                    Role.AUDITOR,
                    Role.ORIGINATOR);
        } else if (caller.nation().equals(code)) {
            caller.requirePartner(Role.LIAISON_OFFICER, Role.PARTNER_ANALYST);
        } else {
            throw Problem.notFound();
        }
    }
}
