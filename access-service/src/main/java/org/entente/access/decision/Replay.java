package org.entente.access.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a recorded decision when it is taken again, from its inputs and the policy of its epoch.
 *
 * @param epoch of the policy it was taken on
 * @param same whether it comes out the same, byte for byte in canonical JSON (RFC 8785)
 * @param recorded the answer on record
 * @param replayed the answer now; absent if the inputs on record are no question any more
 * @param differences JSON pointers into the answers, or the names of other parts of the record; empty if it is the same
 */
@Schema(examples = """
                {"decisionId": "0f8a7a63-5b1e-4a44-9c8e-0e5d5a1f2c11", "epoch": 41, "same": true,
                 "recorded": {"decision": true, "context": {"view": {"portions": ["p1"], "tearline": null}}},
                 "replayed": {"decision": true, "context": {"view": {"portions": ["p1"], "tearline": null}}},
                 "differences": []}""")
public record Replay(
        UUID decisionId,
        long epoch,
        boolean same,
        JsonNode recorded,
        @Nullable JsonNode replayed,
        List<String> differences) {}
