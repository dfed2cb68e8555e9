package org.entente.access.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where a request stands. */
@RegisterForReflection
enum State {
    @JsonProperty("submitted")
    SUBMITTED,
    @JsonProperty("routed")
    ROUTED,
    /** The partner was asked something; the clock stands still. */
    @JsonProperty("clarifying")
    CLARIFYING,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("withdrawn")
    WITHDRAWN,
    @JsonProperty("lapsed")
    LAPSED;

    boolean isOpen() {
        return this == SUBMITTED || this == ROUTED || this == CLARIFYING;
    }
}
