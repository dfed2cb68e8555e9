package org.entente.crisis.plan;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * The consent of one party to the terms as they stand.
 *
 * @param party nation
 * @param officer who gave it, {@code user@nation}
 * @param at when, UTC
 */
@RegisterForReflection
public record Consent(String party, String officer, Instant at) {}
