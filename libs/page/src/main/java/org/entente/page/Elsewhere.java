package org.entente.page;

import static org.entente.http.Role.AUDITOR;
import static org.entente.http.Role.CRISIS_AUTHORITY;
import static org.entente.http.Role.LIAISON_OFFICER;
import static org.entente.http.Role.ORIGINATOR;
import static org.entente.http.Role.PARTNER_ANALYST;
import static org.entente.http.Role.POLICY_ADMINISTRATOR;

import java.util.Set;
import org.entente.http.Caller;
import org.entente.http.Role;

/** Where the work goes on at the other services, for whom: the same ways from every page of the house. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are immutable; their type cannot say so
enum Elsewhere implements MenuEntry {
    DESK(
            "Desk",
            "/access/pages/desk",
            Set.of(LIAISON_OFFICER, POLICY_ADMINISTRATOR, CRISIS_AUTHORITY, AUDITOR),
            Set.of()),
    CONSENTS("Consents", "/access/pages/consents", Set.of(ORIGINATOR), Set.of()),
    STANDING("Standing", "/access/pages/standing", Set.of(), Set.of(LIAISON_OFFICER, PARTNER_ANALYST)),
    BOARD(
            "Situation board",
            "/crisis/pages/board",
            Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER, AUDITOR),
            Set.of(LIAISON_OFFICER, PARTNER_ANALYST)),
    INVESTIGATIONS("Investigations", "/audit/pages/investigations", Set.of(AUDITOR, LIAISON_OFFICER), Set.of()),
    INDICATORS(
            "Indicators",
            "/audit/pages/indicators",
            Set.of(AUDITOR, LIAISON_OFFICER, CRISIS_AUTHORITY, POLICY_ADMINISTRATOR),
            Set.of());

    private final String text;
    private final String path;
    private final Set<Role> home;
    private final Set<Role> partner;

    Elsewhere(String text, String path, Set<Role> home, Set<Role> partner) {
        this.text = text;
        this.path = path;
        this.home = home;
        this.partner = partner;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public boolean isFor(Caller caller) {
        return (caller.isHome() ? home : partner).stream().anyMatch(caller::has);
    }
}
