package org.entente.access.consent;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a question for consent stands; that its time has passed is not stored but read from it. */
public enum State {
    @JsonProperty("asked")
    ASKED,
    @JsonProperty("given")
    GIVEN,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** Asked and not answered in time, given for a time that is over, or refused for a time that is over. */
    @JsonProperty("expired")
    EXPIRED
}
