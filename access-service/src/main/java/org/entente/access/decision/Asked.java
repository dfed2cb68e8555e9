package org.entente.access.decision;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A question as it came in.
 *
 * @param inputs all that the decision depends on besides policy, to be kept with it
 */
record Asked(Question question, ObjectNode inputs) {
    /** Of the inputs: licences that were found to be spent. No request can state it. */
    static final String SPENT = "spentLicences";

    String text(String pointer) {
        return inputs.at(pointer).asText("");
    }

    /** The same question where too little is left of licences: part of the inputs, which a replay reads. */
    Asked without(Set<UUID> licences) {
        if (!(question instanceof Question.OfAsset ofAsset)) {
            return this;
        }
        Set<UUID> spent = new TreeSet<>(ofAsset.spent());
        spent.addAll(licences);
        ObjectNode known = inputs.deepCopy();
        ArrayNode named = known.putArray(SPENT);
        spent.forEach(licence -> named.add(licence.toString()));
        return new Asked(ofAsset.without(spent), known);
    }

    boolean isExercise() {
        return inputs.at("/context/exercise").asBoolean(false);
    }
}
