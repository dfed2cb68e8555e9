package org.entente.access.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

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
