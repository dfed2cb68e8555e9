package org.entente.access.routing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How soon something is needed, least first. */
public enum Priority {
    @JsonProperty("routine")
    ROUTINE,
    @JsonProperty("urgent")
    URGENT,
    @JsonProperty("immediate")
    IMMEDIATE
}
