package org.entente.crisis.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.http.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        PROPOSE_PLAN,       CRISIS_AUTHORITY,                         ''
        AMEND_PLAN,         CRISIS_AUTHORITY,                         ''
        WITHDRAW_FROM_PLAN, CRISIS_AUTHORITY,                         LIAISON_OFFICER
        READ,               CRISIS_AUTHORITY LIAISON_OFFICER AUDITOR, LIAISON_OFFICER PARTNER_ANALYST
        REPORT_SIGNAL,      CRISIS_AUTHORITY ORIGINATOR,              ''
        READ_SIGNAL,        CRISIS_AUTHORITY ORIGINATOR AUDITOR,      ''
        REQUEST_ACTIVATION, CRISIS_AUTHORITY,                         ''
        CONFIRM_ACTIVATION, CRISIS_AUTHORITY,                         ''
        EXTEND_ACTIVATION,  CRISIS_AUTHORITY,                         ''
        END_ACTIVATION,     CRISIS_AUTHORITY,                         ''
        DO_DUTY,            CRISIS_AUTHORITY LIAISON_OFFICER,         ''
        READ_DUTY,          CRISIS_AUTHORITY LIAISON_OFFICER AUDITOR, ''
        NARROW,             CRISIS_AUTHORITY LIAISON_OFFICER,         ''
        REVERSE_NARROWING,  CRISIS_AUTHORITY LIAISON_OFFICER,         ''
        RULE_NARROWING,     CRISIS_AUTHORITY LIAISON_OFFICER,         ''
        READ_NARROWING,     CRISIS_AUTHORITY LIAISON_OFFICER ORIGINATOR AUDITOR, LIAISON_OFFICER PARTNER_ANALYST
        PUBLISH_LADDER,     CRISIS_AUTHORITY,                         ''
        OPEN_ESCALATION,    CRISIS_AUTHORITY LIAISON_OFFICER ORIGINATOR, ''
        READ_ESCALATION,    CRISIS_AUTHORITY LIAISON_OFFICER ORIGINATOR AUDITOR, ''
        ANSWER_ESCALATION,  CRISIS_AUTHORITY LIAISON_OFFICER ORIGINATOR, ''
        READ_BOARD,         CRISIS_AUTHORITY LIAISON_OFFICER AUDITOR, LIAISON_OFFICER PARTNER_ANALYST
        POST_MESSAGE,       CRISIS_AUTHORITY LIAISON_OFFICER,         ''
        DRAFT_EXERCISE,     CRISIS_AUTHORITY,                         ''
        ACCEPT_EXERCISE,    '',                                       LIAISON_OFFICER
        START_EXERCISE,     CRISIS_AUTHORITY,                         ''
        STOP_EXERCISE,      CRISIS_AUTHORITY,                         LIAISON_OFFICER
        TAKE_PART,          CRISIS_AUTHORITY LIAISON_OFFICER ORIGINATOR AUDITOR, LIAISON_OFFICER PARTNER_ANALYST
        READ_EXERCISE,      CRISIS_AUTHORITY LIAISON_OFFICER ORIGINATOR AUDITOR, LIAISON_OFFICER PARTNER_ANALYST
        READ_REVIEW,        CRISIS_AUTHORITY LIAISON_OFFICER AUDITOR, ''
        CONTRIBUTE_TO_REVIEW, CRISIS_AUTHORITY LIAISON_OFFICER AUDITOR, ''
        CONCLUDE_REVIEW,    CRISIS_AUTHORITY,                         ''
        DECIDE_RECOMMENDATION, CRISIS_AUTHORITY LIAISON_OFFICER,      ''
        READ_SUMMARY,       CRISIS_AUTHORITY LIAISON_OFFICER AUDITOR, LIAISON_OFFICER PARTNER_ANALYST
        """)
    void isOpenToTheseRolesAndNoOther(Act act, String home, String partner) {
        assertThat(rolesThatMay(act, true)).isEqualTo(roles(home));
        assertThat(rolesThatMay(act, false)).isEqualTo(roles(partner));
    }

    private static Set<Role> rolesThatMay(Act act, boolean isHome) {
        return EnumSet.allOf(Role.class).stream()
                .filter(role -> act.isOpenTo(isHome, role::equals))
                .collect(Collectors.toSet());
    }

    private static Set<Role> roles(String names) {
        return Stream.of(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }
}
