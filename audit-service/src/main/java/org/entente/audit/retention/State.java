package org.entente.audit.retention;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a ruling stands. */
enum State {
    /** One person has asked for it; a hold holds already. */
    PROPOSED,
    IN_FORCE,
    /** One person has asked to lift the hold; it holds. */
    ENDING,
    ENDED,
    REFUSED;

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
