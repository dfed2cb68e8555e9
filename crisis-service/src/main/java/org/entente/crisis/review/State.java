package org.entente.crisis.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a review stands: {@code open → concluded → summary-proposed → published}. */
public enum State {
    OPEN,
    CONCLUDED,
    SUMMARY_PROPOSED,
    PUBLISHED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
