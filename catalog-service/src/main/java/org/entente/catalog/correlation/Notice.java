package org.entente.catalog.correlation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What an originator learns of a match: that there is one with something of its own.
 *
 * @param kind observable, identity or sighting
 * @param found the day, in UTC; the hour could tell when another got it
 * @param objects its own that matched, at most 20
 * @param offers what others with the same match offer it
 */
@RegisterForReflection
record Notice(UUID id, String kind, LocalDate found, List<Own> objects, List<Offer> offers) {

    /** An object of the reader's own nation. */
    @RegisterForReflection
    record Own(UUID asset, String object) {}

    /**
     * What another originator offers.
     *
     * @param from who offers
     * @param assets of what is offered, those that the reader may discover
     */
    @RegisterForReflection
    record Offer(String from, Instant at, List<UUID> assets) {}

    Notice with(List<Offer> discoverable) {
        return new Notice(id, kind, found, objects, discoverable);
    }
}
