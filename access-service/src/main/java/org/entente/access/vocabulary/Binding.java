package org.entente.access.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a token is bound to, so that nobody else can use it; a bearer token is bound to nothing. */
public enum Binding {
    /** A key whose holder signs every request (RFC 9449). */
    @JsonProperty("dpop")
    DPOP,
    /** The certificate with which the connection was made (RFC 8705). */
    @JsonProperty("mtls")
    MTLS,
    /** As a demand: either of them. */
    @JsonProperty("any")
    ANY;

    /** As tokens and requests write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
