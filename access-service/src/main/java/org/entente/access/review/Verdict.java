package org.entente.access.review;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a grant. */
enum Verdict {
    @JsonProperty("keep")
    KEEP,
    @JsonProperty("narrow")
    NARROW,
    @JsonProperty("revoke")
    REVOKE
}
