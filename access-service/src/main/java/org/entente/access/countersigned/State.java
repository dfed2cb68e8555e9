package org.entente.access.countersigned;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an act of two persons stands; that its time has passed is not stored but read from its terms. */
public enum State {
    @JsonProperty("proposed")
    PROPOSED,
    @JsonProperty("in-force")
    IN_FORCE,
    @JsonProperty("withdrawn")
    WITHDRAWN,
    @JsonProperty("expired")
    EXPIRED
}
