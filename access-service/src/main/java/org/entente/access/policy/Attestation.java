package org.entente.access.policy;

import java.time.Instant;

/**
 * That a person of a partner was trained, by whoever may attest it.
 *
 * @param person the subject's identifier
 * @param from first instant
 * @param until first instant no more
 */
public record Attestation(String partner, String person, String course, Instant from, Instant until) {
    boolean isLive(long micros) {
        return Micros.from(from) <= micros && micros < Micros.from(until);
    }
}
