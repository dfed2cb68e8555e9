package org.entente.catalog.approval;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a proposal stands. */
public enum State {
    @JsonProperty("proposed")
    PROPOSED,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("withdrawn")
    WITHDRAWN
}
