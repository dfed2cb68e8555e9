package org.entente.access.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a person logged in, weakest first. */
public enum Assurance {
    @JsonProperty("password")
    PASSWORD,
    @JsonProperty("otp")
    OTP,
    @JsonProperty("hardware")
    HARDWARE
}
