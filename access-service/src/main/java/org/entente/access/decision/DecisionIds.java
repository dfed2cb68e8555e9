package org.entente.access.decision;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Identifiers of decisions: in the order of their time, so that records that are written together lie together, in the table
 * and in its index; and otherwise not to be guessed (RFC 9562, section 5.7).
 */
final class DecisionIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private DecisionIds() {}

    /** @param millis since 1970 */
    static UUID at(long millis) {
        long random = RANDOM.nextLong();
        long high = millis << 16 | VERSION | random >>> 52;
        return new UUID(high, VARIANT | RANDOM.nextLong() >>> 2);
    }
}
