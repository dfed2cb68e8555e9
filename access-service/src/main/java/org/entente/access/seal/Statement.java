package org.entente.access.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a signature says: who, for which party, did what to which document, and when.
 *
 * @param agreement that is meant; absent for a plan
 * @param plan that is meant; absent for an agreement
 * @param documentSha256 of the canonical document (RFC 8785), lower-case hexadecimal
 * @param officer user name of the officer
 * @param subject stable identifier of the officer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Statement(
        Act act,
        @Nullable UUID agreement,
        @Nullable String plan,
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
                signed.plan,
                signed.version,
                signed.documentSha256,
                signed.party,
                signed.officer,
                signed.subject,
                at));
    }
}
