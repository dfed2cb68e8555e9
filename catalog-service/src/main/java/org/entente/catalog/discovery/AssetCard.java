package org.entente.catalog.discovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.entente.catalog.asset.StoredAsset;
import org.jspecify.annotations.Nullable;

/**
 * An asset in a list.
 *
 * @param title absent for a reader whom the label of the title does not admit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record AssetCard(UUID id, @Nullable String title, String originator, int version, Instant registered) {
    static AssetCard of(StoredAsset asset, @Nullable String title) {
        return new AssetCard(asset.id(), title, asset.originator(), asset.version(), asset.registered());
    }
}
