package org.entente.catalog.discovery;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.entente.http.Problem;

/**
 * The place after the last asset of a page. It holds nothing that the card of that asset does not show, so it says
 * nothing of what lies between two cards.
 *
 * @param registered of the last asset, whole microseconds
 * @param id of the last asset
 */
record Cursor(Instant registered, UUID id) {
    private static final int BYTES = 3 * Long.BYTES;

    static Cursor parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            long micros = bytes.remaining() == BYTES ? bytes.getLong() : -1;
            if (micros >= 0) {
                Instant registered = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
                return new Cursor(registered, new UUID(bytes.getLong(), bytes.getLong()));
            }
        } catch (IllegalArgumentException notBase64) {
            throw foreign();
        }
        throw foreign();
    }

    private static Problem foreign() {
        return Problem.badRequest("cursor", "is not a cursor of this list");
    }

    @Override
    public String toString() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, registered))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
