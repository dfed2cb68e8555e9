package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an agreement stands; that its time has passed is not stored but read from its terms. */
public enum State {
    @JsonProperty("proposed")
    PROPOSED,
    @JsonProperty("in-force")
    IN_FORCE,
    @JsonProperty("ended")
    ENDED,
    @JsonProperty("lapsed")
    LAPSED
}
