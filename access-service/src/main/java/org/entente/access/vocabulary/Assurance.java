package org.entente.access.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a person logged in, weakest first. */
public enum Assurance {
    @JsonProperty("password")
    PASSWORD,
    @JsonProperty("otp")
    OTP,
    @JsonProperty("hardware")
    HARDWARE;

    /** As tokens and requests write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
