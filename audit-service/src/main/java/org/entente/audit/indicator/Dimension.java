package org.entente.audit.indicator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** By what an indicator is counted, besides for all. */
enum Dimension {
    PARTNER,
    AGENCY;

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
