package org.entente.access.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a message stands. */
enum State {
    @JsonProperty("drafted")
    DRAFTED,
    @JsonProperty("in-coordination")
    IN_COORDINATION,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("sent")
    SENT,
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,
    @JsonProperty("discarded")
    DISCARDED;

    boolean isForPartner() {
        return this == SENT || this == ACKNOWLEDGED;
    }
}
