package org.entente.access.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.decision.Case;

/**
 * A decision or request that would come out differently.
 *
 * @param number from 1 on, in the order of the questions
 */
@Schema(examples = """
                {"number": 1, "decisionId": "0f8a7a63-5b1e-4a44-9c8e-0e5d5a1f2c11", "person": "a3f1", "partner": "XBB",
                 "action": "view", "asset": "9b2e", "purpose": "cyber-defence", "at": "2026-10-07T09:30:00Z",
                 "decision": {"before": true, "after": true}, "portionsGained": ["p2"], "portionsLost": [],
                 "codesGone": {"tier-too-low": 1}, "codesNew": {}, "obligationsGone": [], "obligationsNew": []}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FoundChange(
        long number,
        @JsonUnwrapped Source.Origin origin,
        @JsonUnwrapped Case.Subject subject,
        @JsonUnwrapped Change change) {}
