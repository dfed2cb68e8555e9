package org.entente.catalog.discovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.catalog.access.Discoverable;
import org.entente.catalog.asset.ListedAsset;
import org.jspecify.annotations.Nullable;

/**
 * Assets that grants name, each decided by itself: what is decided about labels says nothing about them.
 *
 * @param admitted under which of its labels the reader may discover an asset; those that it may
 * @param decisions that say so
 * @param validUntil until when all of them hold; absent where one is good once
 * @param isOfOneEpoch whether they are all of the epoch of the verdicts on labels
 */
record Named(
        Map<UUID, Set<String>> admitted,
        List<String> decisions,
        @Nullable Instant validUntil,
        boolean isOfOneEpoch) {

    /** Where no grant names any. */
    static Named none(Verdicts verdicts) {
        return new Named(Map.of(), List.of(), verdicts.validUntil(), true);
    }

    /** These and some more, with what was decided about each. */
    Named and(List<ListedAsset> assets, List<Discoverable> decided, Verdicts verdicts) {
        Map<UUID, Set<String>> all = new HashMap<>(admitted);
        List<String> ids = new ArrayList<>(decisions);
        Instant until = validUntil;
        boolean isSame = isOfOneEpoch;
        for (int index = 0; index < assets.size(); index++) {
            Discoverable each = decided.get(index);
            ids.add(each.decisionId());
            until = Verdicts.earlier(until, each.validUntil());
            isSame &= verdicts.isOfEpoch(each.epoch());
            if (!each.labels().isEmpty()) {
                all.put(assets.get(index).asset().id(), each.labels());
            }
        }
        return new Named(Map.copyOf(all), List.copyOf(ids), until, isSame);
    }

    List<UUID> assets() {
        return List.copyOf(admitted.keySet());
    }
}
