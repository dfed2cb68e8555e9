package org.entente.access.simulation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When the draft agreement and grant count as in force; what is simulated mostly lies before they could begin. */
enum Validity {
    /** Always. */
    @JsonProperty("assumed")
    ASSUMED,
    /** At the instants that they state themselves. */
    @JsonProperty("stated")
    STATED
}
