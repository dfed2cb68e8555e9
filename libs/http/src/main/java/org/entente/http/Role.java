package org.entente.http;

/** The realm roles of Entente, by their names in a token. */
public enum Role {
    ORIGINATOR("originator"),
    LIAISON_OFFICER("liaison-officer"),
    CRISIS_AUTHORITY("crisis-authority"),
    AUDITOR("auditor"),
    PARTNER_ANALYST("partner-analyst"),
    POLICY_ENFORCEMENT_POINT("policy-enforcement-point"),
    POLICY_ADMINISTRATOR("policy-administrator"),
    OPERATOR("operator");

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    /** The name of this role in the token's {@code realm_access.roles}. */
    public String wireName() {
        return wireName;
    }
}
