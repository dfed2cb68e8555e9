package org.entente.catalog.masking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.approval.History;
import org.entente.catalog.approval.State;

/**
 * A version of the masking policy.
 *
 * @param version 0 for the built-in one
 * @param isInForce whether it is the one that is applied
 * @param acts who proposed and decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublishedMasking(
        int version,
        UUID id,
        State state,
        @JsonProperty("inForce") boolean isInForce,
        MaskingPolicy policy,
        List<History.Act> acts) {}
