package org.entente.catalog.room;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's stay in a room.
 *
 * @param token digest of the token they came with
 * @param address from which they came
 * @param copyNumber the mark on every page that they read
 * @param left when it was ended
 */
record Session(
        UUID id,
        UUID room,
        String person,
        String partner,
        String name,
        String token,
        String address,
        String copyNumber,
        Instant entered,
        Instant until,
        @Nullable Instant left) {

    /** Whether it is still this visitor's, with the same token, from the same place. */
    boolean isOf(Visit visit, String tokenDigest) {
        return left == null
                && visit.at().isBefore(until)
                && person.equals(visit.person())
                && partner.equals(visit.partner())
                && address.equals(String.valueOf(visit.address()))
                && token.equals(tokenDigest);
    }
}
