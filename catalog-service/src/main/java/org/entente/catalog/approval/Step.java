package org.entente.catalog.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person did with a proposal.
 *
 * @param number from 1
 * @param state that it led to
 * @param reason as stated
 */
public record Step(
        int number, State state, Person person, @Nullable String reason, Instant at) {}
