package org.entente.audit.investigation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/** How bad a breach is; the worse, the sooner those who are owed it must be told. */
enum Severity {
    @JsonProperty("minor")
    MINOR("minor", Duration.ofDays(30)),
    @JsonProperty("serious")
    SERIOUS("serious", Duration.ofDays(7)),
    @JsonProperty("grave")
    GRAVE("grave", Duration.ofHours(72));

    private final String wireName;
    private final Duration toNotify;

    Severity(String wireName, Duration toNotify) {
        this.wireName = wireName;
        this.toNotify = toNotify;
    }

    String wireName() {
        return wireName;
    }

    /** Within which time notifications are due. */
    Duration toNotify() {
        return toNotify;
    }
}
