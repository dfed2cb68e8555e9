package org.entente.catalog.discovery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entente.catalog.asset.Listing;
import org.entente.catalog.discovery.Disclosures.Draft;
import org.entente.catalog.discovery.Disclosures.Sight;

/** How many assets there are for a reader, counted at bounded cost. */
@ApplicationScoped
class Counts {
    private final Listing listing;
    private final int most;

    Counts(Listing listing, ListingConfig config) {
        this.listing = listing;
        this.most = config.countAtMost();
    }

    Uni<AssetCount> all() {
        return listing.count(null, List.of(), most + 1).map(counted -> AssetCount.of(counted, most));
    }

    Uni<Draft> discoverable(Sight sight) {
        return listing.count(sight.sets(), sight.named().assets(), most + 1)
                .map(counted -> AssetCount.of(counted, most))
                .map(count -> new Draft("count", count.count(), count::recorded));
    }
}
