package org.entente.catalog.holding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.content.IntegrityAlarm;
import org.entente.catalog.content.OffEventLoop;

/** Finds what is held, and opens what of it may go. */
@ApplicationScoped
public class Holdings {
    private final StoredAssets assets;
    private final Extraction extraction;
    private final IntegrityAlarm alarm;

    Holdings(StoredAssets assets, Extraction extraction, IntegrityAlarm alarm) {
        this.assets = assets;
        this.extraction = extraction;
        this.alarm = alarm;
    }

    /** What is held under that identifier, be it nothing. */
    public Uni<Holding> find(UUID id) {
        return assets.find(id).chain(asset -> assets.labels(id, asset)
                .chain(labels -> assets.marks(id, asset).map(marks -> new Holding(id, asset, labels, marks))));
    }

    /**
     * Some portions of what is held.
     *
     * @throws org.entente.http.Problem (as failure) 500 if anything is not as it was stored; that is on record
     */
    public Uni<Extract> open(Holding holding, List<Mark> shown) {
        StoredAsset asset = holding.asset().orElseThrow();
        return alarm.guard(
                holding.id(),
                assets.contents(asset, shown)
                        .chain(contents -> OffEventLoop.run(() -> extraction.of(holding, shown, contents))));
    }
}
