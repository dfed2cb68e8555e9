package org.entente.crisis.exercise;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an exercise stands: {@code drafted → ready → running → completed}, or stopped from anywhere before. */
public enum State {
    /** Partners have to accept. */
    DRAFTED,
    READY,
    RUNNING,
    COMPLETED,
    STOPPED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
