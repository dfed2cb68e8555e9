package org.entente.catalog.room;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A stay in a room, as the member is told.
 *
 * @param until when it ends by itself
 * @param assets where each is read
 */
@RegisterForReflection
record Stay(UUID id, UUID room, Instant until, List<Shelf> assets) {

    /** Where an asset is read. */
    @RegisterForReflection
    record Shelf(UUID asset, String href) {}

    static Stay of(Session session, RoomTerms terms) {
        String path = "/catalog/data-rooms/" + session.room() + "/sessions/" + session.id() + "/assets/";
        return new Stay(
                session.id(),
                session.room(),
                session.until(),
                RoomTerms.present(terms.assets()).stream()
                        .map(asset -> new Shelf(asset, path + asset))
                        .toList());
    }
}
