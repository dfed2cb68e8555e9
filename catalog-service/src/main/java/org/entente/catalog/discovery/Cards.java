package org.entente.catalog.discovery;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.entente.catalog.access.Asking;
import org.entente.catalog.asset.LabelSet;
import org.entente.catalog.asset.ListedAsset;
import org.entente.catalog.asset.Listing;
import org.entente.catalog.asset.MarkingChanges;
import org.entente.catalog.asset.Metadata;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.asset.Withdrawals;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.content.OffEventLoop;
import org.entente.catalog.discovery.Disclosures.Draft;
import org.entente.catalog.discovery.Disclosures.Sight;
import org.entente.catalog.discovery.Discovery.Discovered;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Cards of assets, each with its title only where the reader may see it. */
@ApplicationScoped
class Cards {
    private final StoredAssets assets;
    private final Listing listing;
    private final Discovery discovery;
    private final Metadata metadata;
    private final Withdrawals withdrawals;
    private final KeyProvider keys;
    private final IntegrityAlarm alarm;
    private final MarkingChanges changes;

    Cards(
            StoredAssets assets,
            Listing listing,
            Discovery discovery,
            Metadata metadata,
            Withdrawals withdrawals,
            KeyProvider keys,
            IntegrityAlarm alarm,
            MarkingChanges changes) {
        this.assets = assets;
        this.listing = listing;
        this.discovery = discovery;
        this.metadata = metadata;
        this.withdrawals = withdrawals;
        this.keys = keys;
        this.alarm = alarm;
        this.changes = changes;
    }

    /** A page of everything. */
    Uni<AssetPage> all(PageRequest request) {
        return page(request, new Where(null, List.of()), this::own);
    }

    /** A page of what is in sight. */
    Uni<Draft> discoverable(PageRequest request, Sight sight) {
        Where where = new Where(sight.sets(), sight.named().assets());
        return page(request, where, (listed, key) -> card(listed, key, sight))
                .map(page -> new Draft(
                        "list", page.assets().size(), record -> new AssetPage(page.assets(), page.next(), record)));
    }

    /** The metadata of an asset, or what remains of one that was withdrawn. */
    Uni<?> metadata(UUID id) {
        return assets.find(id)
                .chain(found -> found.isPresent()
                        ? metadata.of(found.get()).map(Object.class::cast)
                        : withdrawals.find(id).map(withdrawn -> withdrawn.orElseThrow(Problem::notFound)));
    }

    /** The card, unless labels change just then: it is no more certain than what it was decided on. */
    Uni<AssetCard> discoverable(UUID id, Asking asking) {
        return changes.of(id).chain(before -> card(id, asking).call(card -> {
            long start = System.nanoTime();
            return changes.of(id).invoke(after -> {
                changes.requireInTime(start);
                if (!after.equals(before)) {
                    throw Problem.unavailable("Its labels have just changed.");
                }
            });
        }));
    }

    private Uni<AssetCard> card(UUID id, Asking asking) {
        return assets.find(id).chain(found -> discovery.of(id, found, asking).chain(discovered -> {
            if (found.isEmpty() || discovered.admitted().isEmpty()) {
                throw Problem.notFound();
            }
            return alarm.guard(
                    id, listing.find(id).chain(listed -> card(listed.orElseThrow(Problem::notFound), discovered)));
        }));
    }

    private Uni<AssetCard> card(ListedAsset listed, Discovered discovered) {
        StoredAsset asset = listed.asset();
        String label = asset.sealed().label().id();
        return OffEventLoop.run(() -> asset.key(keys))
                .chain(key -> card(
                        listed,
                        key,
                        discovered.labels().digest(),
                        discovered.admitted().contains(label)));
    }

    /** Makes the card of an asset whose data key is at hand, or failed to be. */
    private interface Carding extends BiFunction<ListedAsset, Uni<DataKey>, Uni<Optional<AssetCard>>> {}

    /** Under which sets of labels to look, all if absent, and which assets besides. */
    private record Where(@Nullable List<Integer> sets, List<UUID> named) {}

    /** One more than asked for tells whether there is a next page. */
    private Uni<AssetPage> page(PageRequest request, Where where, Carding card) {
        Cursor after = request.after();
        return listing.page(after.registered(), after.id(), where.sets(), where.named(), request.limit() + 1)
                .chain(found -> {
                    List<ListedAsset> shown = found.subList(0, Math.min(found.size(), request.limit()));
                    String next = found.size() > shown.size() ? request.next(place(shown)) : null;
                    return OffEventLoop.run(() -> unwrapped(shown)).chain(unwrapped -> Multi.createFrom()
                            .iterable(shown)
                            .onItem()
                            .transformToUniAndConcatenate(listed -> card.apply(
                                    listed,
                                    Objects.requireNonNull(
                                            unwrapped.get(listed.asset().id()))))
                            .select()
                            .where(Optional::isPresent)
                            .map(Optional::get)
                            .collect()
                            .asList()
                            .map(cards -> new AssetPage(cards, next, null)));
                });
    }

    /** The data keys of a page, all at once; one that fails does so where its card is made. */
    private Map<UUID, Uni<DataKey>> unwrapped(List<ListedAsset> page) {
        Map<UUID, Uni<DataKey>> unwrapped = new HashMap<>();
        for (ListedAsset listed : page) {
            StoredAsset asset = listed.asset();
            try {
                unwrapped.put(asset.id(), Uni.createFrom().item(asset.key(keys)));
            } catch (IntegrityException fault) {
                unwrapped.put(asset.id(), Uni.createFrom().failure(fault));
            }
        }
        return unwrapped;
    }

    /** Of one's own asset there is always a card; without its title, if that cannot be trusted. */
    private Uni<Optional<AssetCard>> own(ListedAsset listed, Uni<DataKey> unwrapped) {
        StoredAsset asset = listed.asset();
        return alarm.sift(asset.id(), unwrapped.map(key -> card(asset, key)))
                .map(card -> card.or(() -> Optional.of(card(asset, null))));
    }

    /** What is not provably under the labels under which it was found is not shown. */
    private Uni<Optional<AssetCard>> card(ListedAsset listed, Uni<DataKey> unwrapped, Sight sight) {
        LabelSet set = sight.known().set(listed.labelSet());
        String label = listed.asset().sealed().label().id();
        UUID asset = listed.asset().id();
        String digest = set == null ? "" : set.digest();
        return alarm.sift(asset, unwrapped.chain(key -> card(listed, key, digest, sight.admits(asset, label))));
    }

    private Uni<AssetCard> card(ListedAsset listed, DataKey key, String digest, boolean isTitled) {
        return listing.requireLabels(listed, key, digest).map(bound -> card(listed.asset(), isTitled ? key : null));
    }

    private static AssetCard card(StoredAsset asset, @Nullable DataKey key) {
        return AssetCard.of(asset, key == null ? null : asset.title(key));
    }

    private static Cursor place(List<ListedAsset> shown) {
        StoredAsset last = shown.get(shown.size() - 1).asset();
        return new Cursor(last.registered(), last.id());
    }
}
