package org.entente.access.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A simulation. It permits nothing.
 *
 * @param simulated always true
 * @param asked draft and period, or number of requests
 * @param epoch of the policy in force when it was asked for
 * @param changes counted so far
 * @param expires from when on it is forgotten
 */
@Schema(examples = """
    {"id": "3d6f5a0e-6a1c-4f0e-8a55-0c2b1f0b7d11", "simulated": true, "state": "running",
     "asked": {"draft": {}, "from": "2026-10-01T00:00:00Z", "until": "2026-11-01T00:00:00Z", "against": "now",
       "validity": "assumed"}, "epoch": 41, "progress": {"replayed": 1200, "of": 48211},
     "changes": {"changed": 17, "newlyPermitted": 3, "newlyDenied": 0, "gaining": 17, "losing": 0,
       "byPartner": {"XBB": 17}, "gained": {"XBB": {"shared-analysis": 212}},
       "passedOver": 2},
     "startedBy": "xaa-liaison@XAA", "startedAt": "2026-11-23T10:00:00Z",
     "expires": "2026-11-30T10:00:00Z"}\
    """)
@JsonInclude(JsonInclude.Include.NON_NULL)
record SimulationView(
        UUID id,
        boolean simulated,
        State state,
        JsonNode asked,
        long epoch,
        Reached progress,
        JsonNode changes,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        Instant expires) {

    /** Where it stands. */
    enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        /** Something failed, or its replica is gone: what it found is not all there is. */
        @JsonProperty("failed")
        FAILED
    }

    /** How many questions of how many. */
    record Reached(long replayed, long of) {}
}
