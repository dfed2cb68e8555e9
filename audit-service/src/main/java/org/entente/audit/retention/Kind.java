package org.entente.audit.retention;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a ruling is about. */
enum Kind {
    /** How long content of one type of event is kept. */
    SCHEDULE,
    /** That something is not erased, whatever the schedules say. */
    HOLD,
    /** That something is erased now. */
    ORDER;

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
