package org.entente.catalog.view;

import java.util.List;
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
record Opened(
        StoredAsset asset,
        long change,
        AssetLabels labels,
        List<Mark> all,
        List<Mark> shown,
        @Nullable StoredTearline tearline) {}
