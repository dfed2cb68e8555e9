package org.entente.catalog.release;

import java.security.SecureRandom;
import java.util.UUID;
import org.entente.catalog.watermark.CopyNumber;
import org.entente.catalog.watermark.MarkKey;

/**
 * What makes a copy one of its own.
 *
 * @param number the visible mark
 * @param wrapper identifier of what is wrapped around STIX objects
 * @param secret from which the invisible marks follow
 */
@SuppressWarnings("ArrayRecordComponent") // made here and sealed, never compared
record CopyMarks(String number, UUID wrapper, byte[] secret) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static CopyMarks random() {
        byte[] secret = new byte[MarkKey.BYTES];
        RANDOM.nextBytes(secret);
        return new CopyMarks(CopyNumber.random(RANDOM), UUID.randomUUID(), secret);
    }

    MarkKey key() {
        return new MarkKey(secret);
    }
}
