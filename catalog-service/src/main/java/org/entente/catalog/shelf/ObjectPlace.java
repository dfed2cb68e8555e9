package org.entente.catalog.shelf;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the shelf needs to know of an object, without what it says.
 *
 * @param asset that has it
 * @param version of the asset
 * @param seq of the portion, or its place in the tearline
 * @param properties how many are marked separately
 * @param portion its identifier within the asset
 * @param object its STIX id
 * @param state that it is in; the epoch where it has no versions
 * @param marking digest of the labels of the object and of its properties
 * @param tearline that says it; absent where the asset does
 */
record ObjectPlace(
        UUID asset,
        int version,
        int seq,
        int properties,
        String portion,
        String object,
        Instant state,
        String originator,
        String label,
        String marking,
        @Nullable UUID tearline) {

    /** The place of an object that is at hand. */
    static ObjectPlace of(
            OpenedObject object, int version, int seq, int properties, String marking, @Nullable UUID tearline) {
        return new ObjectPlace(
                object.asset(),
                version,
                seq,
                properties,
                object.portion(),
                object.id(),
                state(object),
                object.originator(),
                object.label().id(),
                marking,
                tearline);
    }

    private static Instant state(OpenedObject object) {
        String stated = object.content()
                .path("modified")
                .asText(object.content().path("created").asText(""));
        try {
            return stated.isEmpty() ? Instant.EPOCH : Instant.parse(stated).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException notAnInstant) {
            return Instant.EPOCH;
        }
    }
}
