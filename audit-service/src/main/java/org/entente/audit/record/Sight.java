package org.entente.audit.record;

import org.entente.http.Caller;
import org.entente.http.Role;

/** Which records a caller may see. */
public sealed interface Sight {

    /** A home auditor: all of them. */
    record Everything() implements Sight {}

    /** A partner's people: those that concern the partner. */
    record Own(String partner) implements Sight {}

    /** Anyone else. */
    record Nothing() implements Sight {}

    /** The partner claim decides first: a role does not make a partner's person one of ours. */
    static Sight of(Caller caller) {
        if (caller.partner().isPresent()) {
            return new Own(caller.nation());
        }
        return caller.has(Role.AUDITOR) ? new Everything() : new Nothing();
    }
}
