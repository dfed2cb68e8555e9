package org.entente.catalog.discovery;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The place after the last asset of a page. It holds nothing that the card of that asset does not show, so it says
 * nothing of what lies between two cards.
 *
 * @param registered of the last asset, whole microseconds
 * @param id of the last asset
 */
public record Cursor(Instant registered, UUID id) {
    static final int BYTES = 3 * Long.BYTES;

    static Cursor of(ByteBuffer bytes) {
        Instant registered = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        return new Cursor(registered, new UUID(bytes.getLong(), bytes.getLong()));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, registered))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
