package org.entente.audit.transparency;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** Where a version of a report stands. */
@RegisterForReflection
enum State {
    /** Drawn, and for auditors only. */
    DRAFTED,
    /** Public for ever. */
    PUBLISHED,
    /** Never to be public; what it cost stays spent, and what was drawn is used again. */
    DISCARDED;

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
