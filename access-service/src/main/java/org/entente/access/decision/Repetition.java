package org.entente.access.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entente.http.Problem;

/**
 * Bounds what the top level of a batch says for its evaluations: every one of them is decided and recorded with all of it, so
 * that a small request could make a large record.
 */
final class Repetition {
    private static final List<String> REPEATED = List.of("subject", "action", "resource", "context");

    /** Values in all evaluations together, each text counted by its length: some hundred megabytes when recorded. */
    private static final long LARGEST = 5_000_000;

    private static final int CHARACTERS_OF_A_VALUE = 32;

    private Repetition() {}

    /** @throws Problem 413 where the top level is too large for so many evaluations */
    static void require(ObjectNode request, int evaluations) {
        long size =
                REPEATED.stream().map(request::path).mapToLong(Repetition::size).sum();
        if (size * evaluations > LARGEST) {
            throw Problem.tooLarge("/evaluations", "are too many to repeat in each what the top level says");
        }
    }

    private static long size(JsonNode node) {
        long size = 1 + node.asText().length() / CHARACTERS_OF_A_VALUE;
        for (JsonNode child : node) {
            size += size(child);
        }
        return size;
    }
}
