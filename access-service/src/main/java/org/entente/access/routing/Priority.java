package org.entente.access.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** How soon something is needed, least first. */
@RegisterForReflection
public enum Priority {
    @JsonProperty("routine")
    ROUTINE,
    @JsonProperty("urgent")
    URGENT,
    @JsonProperty("immediate")
    IMMEDIATE
}
