package org.entente.access.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a request stands. */
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
