package org.entente.catalog.view;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.entente.catalog.asset.MarkingChanges;
import org.entente.catalog.asset.StoredAssets;
import org.entente.catalog.tearline.Tearlines;

/** Finds all that is decided on; what does not exist is looked for as long as what does. */
@ApplicationScoped
public class Finding {
    private final StoredAssets assets;
    private final Tearlines tearlines;
    private final MarkingChanges changes;

    Finding(StoredAssets assets, Tearlines tearlines, MarkingChanges changes) {
        this.assets = assets;
        this.tearlines = tearlines;
        this.changes = changes;
    }

    /** The newest change of labels comes first, so that any that happens while the rest is read is a newer one. */
    public Uni<Found> find(UUID id) {
        return changes.of(id).chain(change -> assets.find(id).chain(asset -> assets.labels(id, asset)
                .chain(labels -> assets.marks(id, asset).chain(marks -> tearlines
                        .approved(asset)
                        .map(approved -> new Found(id, asset, change, labels, marks, approved))))));
    }
}
