package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a partner may pass on what it got (the third-party rule).
 *
 * @param rule that applies
 * @param partners to whom, where they are named
 */
public record Onward(
        Rule rule,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> partners) {
    /** To whom. */
    public enum Rule {
        /** Nobody. */
        @JsonProperty("none")
        NONE,
        /** Those named, and nobody else. */
        @JsonProperty("named")
        NAMED,
        /** Whoever the originator consents to, each time. */
        @JsonProperty("originator-consent")
        ORIGINATOR_CONSENT
    }

    public Onward {
        partners = partners == null ? List.of() : List.copyOf(partners);
    }

    /** Whether a recipient is among those named. */
    public boolean names(@Nullable String recipient) {
        return recipient != null && partners.contains(recipient);
    }
}
