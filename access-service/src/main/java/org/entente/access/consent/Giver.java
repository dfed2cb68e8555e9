package org.entente.access.consent;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whose consent is asked.
 *
 * @param code a nation's for its originating agency, an organisation's for an owner of rights
 */
public record Giver(Kind kind, String code) {
    /** By what right they have a say. */
    public enum Kind {
        /** What comes from a nation goes no further without it (third-agency rule, originator control). */
        @JsonProperty("originator")
        ORIGINATOR,
        /** Proprietary rights, and protected categories. */
        @JsonProperty("owner")
        OWNER
    }

    public static Giver originator(String nation) {
        return new Giver(Kind.ORIGINATOR, nation);
    }

    public static Giver owner(String organisation) {
        return new Giver(Kind.OWNER, organisation);
    }
}
