package org.entente.access.houserule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a version of house rules stands. */
public enum State {
    @JsonProperty("proposed")
    PROPOSED,
    @JsonProperty("in-force")
    IN_FORCE,
    /** A newer version took its place. */
    @JsonProperty("superseded")
    SUPERSEDED,
    @JsonProperty("withdrawn")
    WITHDRAWN
}
