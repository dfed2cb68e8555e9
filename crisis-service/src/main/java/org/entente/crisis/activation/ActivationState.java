package org.entente.crisis.activation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an activation stands: {@code [awaiting-second-person →] active → ended}; what awaits too long has ended as well. */
public enum ActivationState {
    AWAITING_SECOND_PERSON,
    ACTIVE,
    ENDED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
