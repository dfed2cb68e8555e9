package org.entente.access.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where a message stands. */
@RegisterForReflection
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
