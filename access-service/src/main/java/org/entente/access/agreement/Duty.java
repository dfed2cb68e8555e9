package org.entente.access.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What whoever hands out under an agreement has to see to, each time. */
public enum Duty {
    WATERMARK,
    NOTIFY_ORIGINATOR,
    NO_DOWNLOAD;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int bit() {
        return 1 << ordinal();
    }
}
