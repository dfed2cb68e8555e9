package org.entente.access.licence;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How much a licence is good for; discovery uses nothing of it.
 *
 * @param count more than nothing
 * @param of what is counted
 */
public record Quantity(long count, Basis of) {
    /** What uses up one of the quantity. */
    public enum Basis {
        /** Each decision that lets go anything under the licence. */
        @JsonProperty("accesses")
        ACCESSES,
        /** Each person, the first time. */
        @JsonProperty("persons")
        PERSONS,
        /** Each asset, the first time that anybody gets anything of it. */
        @JsonProperty("assets")
        ASSETS
    }
}
