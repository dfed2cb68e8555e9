package org.entente.crisis.activation;

import java.time.Duration;
import java.time.Instant;
import org.entente.crisis.plan.PlanState;

/**
 * What is true of a plan at the moment someone wants to activate it.
 *
 * @param now that moment, told by the database
 * @param longest how long an activation may last at most
 * @param isCriterionMet whether the signals call for it
 * @param isActive whether it is in force already
 */
record Situation(Instant now, PlanState plan, Duration longest, boolean isCriterionMet, boolean isActive) {}
