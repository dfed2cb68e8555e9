package org.entente.access.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import org.entente.label.Label;
import org.entente.label.LabelException;

/** The label of a portion as a request states it. What cannot be understood is not an error there but denies the portion. */
sealed interface StatedLabel {

    /** A label that can be read; whether it means anything is for the vocabulary to say. */
    record Readable(Label label) implements StatedLabel {}

    /** The name of a label among those of the request. */
    record Named(String key) implements StatedLabel {}

    /** Not a label. */
    record Unreadable(String why) implements StatedLabel {}

    /** A string names a label, an object is one; anything else is the wrong type. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static StatedLabel of(JsonNode json) {
        if (json.isTextual()) {
            return new Named(json.textValue());
        }
        if (!json.isObject()) {
            throw new IllegalArgumentException("is neither a label nor the name of one");
        }
        try {
            return new Readable(Label.of(json));
        } catch (LabelException fault) {
            return new Unreadable(fault.pointer() + " " + fault.detail());
        }
    }
}
