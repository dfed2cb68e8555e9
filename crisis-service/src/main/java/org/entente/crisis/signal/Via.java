package org.entente.crisis.signal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** By which way a signal came. */
enum Via {
    API,
    EVENT,
    TAXII,
    WEBHOOK;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
