package org.entente.catalog.discovery;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.catalog.access.AccessService.Asking;
import org.entente.catalog.asset.Metadata;
import org.entente.catalog.asset.RegisteredAsset;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.KeyProvider;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/** Cards of assets, each with its title only where the reader may see it. */
@ApplicationScoped
class Cards {
    private final StoredAssets assets;
    private final Discovery discovery;
    private final Metadata metadata;
    private final KeyProvider keys;
    private final IntegrityAlarm alarm;

    Cards(StoredAssets assets, Discovery discovery, Metadata metadata, KeyProvider keys, IntegrityAlarm alarm) {
        this.assets = assets;
        this.discovery = discovery;
        this.metadata = metadata;
        this.keys = keys;
        this.alarm = alarm;
    }

    Uni<AssetPage> all(PageRequest request) {
        return page(request, null);
    }

    Uni<AssetPage> discoverable(PageRequest request, Asking asking) {
        return discovery.everywhere(asking).chain(labels -> page(request, labels));
    }

    Uni<RegisteredAsset> metadata(UUID id) {
        return assets.find(id).chain(found -> metadata.of(found.orElseThrow(Problem::notFound)));
    }

    Uni<AssetCard> discoverable(UUID id, Asking asking) {
        return assets.find(id).chain(found -> discovery.of(id, found, asking).chain(labels -> {
            if (found.isEmpty() || labels.isEmpty()) {
                throw Problem.notFound();
            }
            return card(found.get(), labels);
        }));
    }

    /** One more than asked for tells whether there is a next page. */
    private Uni<AssetPage> page(PageRequest request, @Nullable Set<String> labels) {
        Cursor after = request.after();
        return assets.page(after.registered(), after.id(), labels, request.limit() + 1)
                .chain(found -> {
                    List<StoredAsset> shown = found.subList(0, Math.min(found.size(), request.limit()));
                    String next = found.size() > shown.size() ? cursor(shown).toString() : null;
                    return Multi.createFrom()
                            .iterable(shown)
                            .onItem()
                            .transformToUniAndConcatenate(asset -> card(asset, labels))
                            .collect()
                            .asList()
                            .map(cards -> new AssetPage(cards, next));
                });
    }

    private Uni<AssetCard> card(StoredAsset asset, @Nullable Set<String> labels) {
        boolean titled =
                labels == null || labels.contains(asset.sealed().label().id());
        return titled
                ? alarm.guard(
                        asset.id(), Uni.createFrom().item(() -> AssetCard.of(asset, asset.title(asset.key(keys)))))
                : Uni.createFrom().item(AssetCard.of(asset, null));
    }

    private static Cursor cursor(List<StoredAsset> shown) {
        StoredAsset last = shown.get(shown.size() - 1);
        return new Cursor(last.registered(), last.id());
    }
}
