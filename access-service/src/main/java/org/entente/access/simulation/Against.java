package org.entente.access.simulation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The policy to which the draft is added, and with which what comes of it is compared. */
enum Against {
    /** In force when the simulation starts, for all questions. */
    @JsonProperty("now")
    NOW,
    /** In force when each decision was taken. */
    @JsonProperty("then")
    THEN
}
