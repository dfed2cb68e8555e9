package org.entente.crisis.escalation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether quiet hours are waited for. */
public enum Urgency {
    /** In quiet hours it waits for the morning. */
    ROUTINE,
    /** In quiet hours it goes past the levels that are left alone. */
    URGENT;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
