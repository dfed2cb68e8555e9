package org.entente.access.review;

import io.quarkus.runtime.annotations.RegisterForReflection;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a grant. */
@RegisterForReflection
enum Verdict {
    @JsonProperty("keep")
    KEEP,
    @JsonProperty("narrow")
    NARROW,
    @JsonProperty("revoke")
    REVOKE
}
