package org.entente.audit.history;

import java.util.List;
import org.entente.audit.history.HistoryQuery.Condition;
import org.entente.http.Caller;
import org.entente.http.Role;

/** Whose history a caller may read. */
sealed interface HistorySight {

    /** A home auditor: everybody's. */
    record Everybodys() implements HistorySight {}

    /** An officer of a partner: that of the partner and its persons. */
    record Partners(String partner) implements HistorySight {}

    /** A person of a partner: their own, as far as the partner may know of it. */
    record OwnAbroad(String partner, String person) implements HistorySight {}

    /** A person of the home side: what they did themselves. */
    record OwnAtHome(String actor) implements HistorySight {}

    /** The partner claim decides first: a role does not make a partner's person one of ours. */
    static HistorySight of(Caller caller) {
        if (caller.partner().isPresent()) {
            return caller.has(Role.LIAISON_OFFICER)
                    ? new Partners(caller.nation())
                    : new OwnAbroad(caller.nation(), caller.subject());
        }
        return caller.has(Role.AUDITOR) ? new Everybodys() : new OwnAtHome(caller.actor());
    }

    /** What an entry must meet to be seen, whatever is asked for. */
    default List<Condition> conditions() {
        if (this instanceof Partners officer) {
            return List.of(new Condition("partner", officer.partner()));
        }
        if (this instanceof OwnAbroad own) {
            return List.of(new Condition("partner", own.partner()), new Condition("person", own.person()));
        }
        return this instanceof OwnAtHome own ? List.of(new Condition("actor", own.actor())) : List.of();
    }
}
