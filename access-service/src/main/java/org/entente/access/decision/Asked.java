package org.entente.access.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A question as it came in.
 *
 * @param inputs all that the decision depends on besides policy, to be kept with it
 */
record Asked(Question question, ObjectNode inputs) {

    String text(String pointer) {
        return inputs.at(pointer).asText("");
    }

    boolean isExercise() {
        return inputs.at("/context/exercise").asBoolean(false);
    }
}
