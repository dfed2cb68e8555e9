package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How grave a confirmed breach is. */
public enum Severity {
    @JsonProperty("minor")
    MINOR,
    @JsonProperty("serious")
    SERIOUS,
    @JsonProperty("grave")
    GRAVE
}
