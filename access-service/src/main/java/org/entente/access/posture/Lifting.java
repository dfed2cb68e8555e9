package org.entente.access.posture;

import org.jspecify.annotations.Nullable;

/**
 * That two persons, or a service for two persons, take causes away.
 *
 * @param by who, for the record of the cause
 * @param actor who did it last, {@code name@nation}; absent for a service
 */
public record Lifting(String by, String reason, @Nullable String actor) {}
