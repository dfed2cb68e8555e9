package org.entente.events.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * That a consented plan is to be in force, or longer in force than was ordered before.
 *
 * @param activation identifier of the activation, used once
 * @param plan identifier of the plan
 * @param version the consented version
 * @param planSha256 of the consented document (RFC 8785), lower-case hexadecimal
 * @param number of the order: 0 starts, every extension counts one up
 * @param from first instant
 * @param until first instant no more
 * @param criterionMet whether the signals called for it when it started
 * @param persons subjects of those who decided this
 * @param at when it was decided
 */
public record ActivationOrder(
        Act act,
        String activation,
        String plan,
        int version,
        String planSha256,
        int number,
        Instant from,
        Instant until,
        boolean criterionMet,
        List<String> persons,
        Instant at) {
    /** What is ordered. */
    public enum Act {
        @JsonProperty("start")
        START,
        @JsonProperty("extend")
        EXTEND
    }

    public ActivationOrder {
        persons = persons == null ? List.of() : List.copyOf(persons);
    }
}
