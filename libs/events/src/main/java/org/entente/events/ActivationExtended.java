package org.entente.events;

import java.time.Instant;

/**
 * An activation is in force for longer, by a fresh decision.
 *
 * @param activation identifier of the activation
 * @param plan identifier of the plan
 * @param number of the extension, from 1
 * @param until the instant at which it now ends by itself
 * @param reason as stated by the authority
 * @param order to access-service, signed (JWS over an {@link org.entente.events.order.ActivationOrder})
 */
public record ActivationExtended(
        String activation, String plan, int number, Instant until, String reason, String order) {}
