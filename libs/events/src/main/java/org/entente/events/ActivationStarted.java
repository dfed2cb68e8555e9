package org.entente.events;

import java.time.Instant;

/**
 * A plan is in force from {@code from} (inclusive) until {@code until} (exclusive), UTC.
 *
 * @param activation identifier of the activation
 * @param plan identifier of the plan
 * @param planVersion the consented version that was activated
 * @param from first instant
 * @param until the instant at which it ends by itself
 * @param reason as stated by the authority
 * @param order to access-service, signed (JWS over an {@link org.entente.events.order.ActivationOrder})
 */
public record ActivationStarted(
        String activation, String plan, int planVersion, Instant from, Instant until, String reason, String order) {}
