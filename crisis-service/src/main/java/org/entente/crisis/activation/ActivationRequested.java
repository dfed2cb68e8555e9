package org.entente.crisis.activation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;

/**
 * What the event of a request carries.
 *
 * @param activation identifier of the activation
 * @param plan identifier of the plan
 * @param planVersion the consented version that is to be activated
 * @param duration for how long
 * @param criterionMet whether the signals called for it; if not, a second person must confirm
 * @param reason as stated by the authority
 */
@RegisterForReflection
record ActivationRequested(
        String activation, String plan, int planVersion, Duration duration, boolean criterionMet, String reason) {}
