package org.entente.access.routing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import com.fasterxml.jackson.annotation.JsonProperty;

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
