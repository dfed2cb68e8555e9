package org.entente.crisis.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a plan stands: {@code proposed → agreed}, and from either to {@code withdrawn}, for good. */
public enum PlanState {
    PROPOSED,
    AGREED,
    WITHDRAWN;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
