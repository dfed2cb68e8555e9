package org.entente.crisis.act;

import static org.entente.http.Role.AUDITOR;
import static org.entente.http.Role.CRISIS_AUTHORITY;
import static org.entente.http.Role.LIAISON_OFFICER;
import static org.entente.http.Role.ORIGINATOR;
import static org.entente.http.Role.PARTNER_ANALYST;

import java.util.Set;
import java.util.function.Predicate;
import org.entente.http.Caller;
import org.entente.http.Role;

/** What can be done here, each with the roles that may: of the home side, and of a partner. The one table of it. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are immutable; their type cannot say so
public enum Act {
    PROPOSE_PLAN(Set.of(CRISIS_AUTHORITY), Set.of()),
    AMEND_PLAN(Set.of(CRISIS_AUTHORITY), Set.of()),
    WITHDRAW_FROM_PLAN(Set.of(CRISIS_AUTHORITY), Set.of(LIAISON_OFFICER)),
    /** Plans and activations; a partner sees only those that it is a party to. */
    READ(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER, AUDITOR), Set.of(LIAISON_OFFICER, PARTNER_ANALYST)),
    REPORT_SIGNAL(Set.of(CRISIS_AUTHORITY, ORIGINATOR), Set.of()),
    READ_SIGNAL(Set.of(CRISIS_AUTHORITY, ORIGINATOR, AUDITOR), Set.of()),
    REQUEST_ACTIVATION(Set.of(CRISIS_AUTHORITY), Set.of()),
    CONFIRM_ACTIVATION(Set.of(CRISIS_AUTHORITY), Set.of()),
    EXTEND_ACTIVATION(Set.of(CRISIS_AUTHORITY), Set.of()),
    END_ACTIVATION(Set.of(CRISIS_AUTHORITY), Set.of()),
    /** Telling those who must be told. */
    DO_DUTY(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER), Set.of()),
    READ_DUTY(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER, AUDITOR), Set.of()),
    NARROW(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER), Set.of()),
    /** By two of them. */
    REVERSE_NARROWING(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER), Set.of()),
    RULE_NARROWING(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER), Set.of()),
    READ_NARROWING(
            Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER, ORIGINATOR, AUDITOR), Set.of(LIAISON_OFFICER, PARTNER_ANALYST)),

    PUBLISH_LADDER(Set.of(CRISIS_AUTHORITY), Set.of()),
    /** An agency's application may have somebody called as well. */
    OPEN_ESCALATION(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER, ORIGINATOR), Set.of()),
    READ_ESCALATION(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER, ORIGINATOR, AUDITOR), Set.of()),
    /** Who of them, each escalation says for itself. */
    ANSWER_ESCALATION(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER, ORIGINATOR), Set.of()),

    /** A partner sees what concerns it. */
    READ_BOARD(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER, AUDITOR), Set.of(LIAISON_OFFICER, PARTNER_ANALYST)),
    POST_MESSAGE(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER), Set.of()),

    DRAFT_EXERCISE(Set.of(CRISIS_AUTHORITY), Set.of()),
    ACCEPT_EXERCISE(Set.of(), Set.of(LIAISON_OFFICER)),
    START_EXERCISE(Set.of(CRISIS_AUTHORITY), Set.of()),
    STOP_EXERCISE(Set.of(CRISIS_AUTHORITY), Set.of(LIAISON_OFFICER)),
    /** Whose turn it is, each exercise says for itself. */
    TAKE_PART(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER, ORIGINATOR, AUDITOR), Set.of(LIAISON_OFFICER, PARTNER_ANALYST)),
    READ_EXERCISE(
            Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER, ORIGINATOR, AUDITOR), Set.of(LIAISON_OFFICER, PARTNER_ANALYST)),

    READ_REVIEW(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER, AUDITOR), Set.of()),
    CONTRIBUTE_TO_REVIEW(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER, AUDITOR), Set.of()),
    CONCLUDE_REVIEW(Set.of(CRISIS_AUTHORITY), Set.of()),
    /** A recommendation is decided by whoever may decide what it is about. */
    DECIDE_RECOMMENDATION(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER), Set.of()),
    READ_SUMMARY(Set.of(CRISIS_AUTHORITY, LIAISON_OFFICER, AUDITOR), Set.of(LIAISON_OFFICER, PARTNER_ANALYST));

    private final Set<Role> home;
    private final Set<Role> partner;

    Act(Set<Role> home, Set<Role> partner) {
        this.home = home;
        this.partner = partner;
    }

    /** Whether the caller may do this, as far as roles go: for pages, which offer nobody what is not for them. */
    public boolean isOpenTo(Caller caller) {
        return isOpenTo(caller.isHome(), caller::has);
    }

    /** Whether someone of the home side, or else of a partner, who holds these roles may do this. */
    boolean isOpenTo(boolean isHome, Predicate<Role> holds) {
        return (isHome ? home : partner).stream().anyMatch(holds);
    }
}
