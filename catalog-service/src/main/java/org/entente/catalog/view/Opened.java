package org.entente.catalog.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.catalog.asset.AssetLabels;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.asset.StoredAsset.Mark;
import org.entente.catalog.tearline.StoredTearline;
import org.jspecify.annotations.Nullable;

/**
 * What is opened.
 *
 * @param change of the asset's labels that was the newest when they were read
 * @param labels of the asset
 * @param all portions of the asset, in order
 * @param shown those that may be opened
 * @param tearline that may be opened too; absent where none may, or everything may
 */
public record Opened(
        StoredAsset asset,
        long change,
        AssetLabels labels,
        List<Mark> all,
        List<Mark> shown,
        @Nullable StoredTearline tearline) {

    /** Exactly that of it; empty if not all of that may be opened. */
    public Optional<Opened> only(Set<String> portions, @Nullable UUID wanted) {
        List<Mark> kept =
                shown.stream().filter(mark -> portions.contains(mark.id())).toList();
        boolean isTearlineOpen =
                wanted == null || tearline != null && tearline.id().equals(wanted);
        return kept.size() == portions.size() && isTearlineOpen
                ? Optional.of(new Opened(asset, change, labels, all, kept, wanted == null ? null : tearline))
                : Optional.empty();
    }

    /** Of what is shown the attachments. */
    public List<Mark> attachments() {
        return shown.stream().filter(Mark::isAttachment).toList();
    }

    /** The same without attachments. */
    public Opened withoutAttachments() {
        return new Opened(
                asset,
                change,
                labels,
                all,
                shown.stream().filter(mark -> !mark.isAttachment()).toList(),
                tearline);
    }
}
