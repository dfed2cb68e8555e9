package org.entente.events;

import java.time.Instant;

/**
 * An activation ended before or at its time.
 *
 * @param activation identifier of the activation
 * @param plan identifier of the plan
 * @param at when, UTC
 * @param endedBy {@code clock} or the person who ended it
 * @param reason as stated, or why the clock ended it
 */
public record ActivationEnded(String activation, String plan, Instant at, String endedBy, String reason) {}
