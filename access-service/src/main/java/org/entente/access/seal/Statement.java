package org.entente.access.seal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * What a signature says: who, for which party, did what to which document, and when.
 *
 * @param documentSha256 of the canonical document (RFC 8785), lower-case hexadecimal
 * @param officer user name of the officer
 * @param subject stable identifier of the officer
 */
public record Statement(
        Act act,
        UUID agreement,
        int version,
        String documentSha256,
        String party,
        String officer,
        String subject,
        Instant at) {
    /** What is done. */
    public enum Act {
        @JsonProperty("consent")
        CONSENT,
        @JsonProperty("resume")
        RESUME
    }

    /** The same but for the time, which is the signer's. */
    public boolean isAsIn(Statement signed) {
        return equals(new Statement(
                signed.act,
                signed.agreement,
                signed.version,
                signed.documentSha256,
                signed.party,
                signed.officer,
                signed.subject,
                at));
    }
}
