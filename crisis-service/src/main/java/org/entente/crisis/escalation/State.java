package org.entente.crisis.escalation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an escalation stands. */
public enum State {
    /** Somebody is being called. */
    OPEN,
    /** Somebody has it in hand. */
    ACKNOWLEDGED,
    /** Done. */
    RESOLVED,
    /** The top level was called as often as the ladder says, and nobody answered. */
    UNANSWERED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
