package org.entente.catalog.asset;

import java.time.Instant;
import java.util.UUID;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.KeyProvider;
import org.jspecify.annotations.Nullable;

/**
 * A version that is being made.
 *
 * @param key of the asset, the same for all its versions
 * @param registered when the first version was
 * @param changed when this version is; absent for the first
 */
record Edition(
        UUID asset,
        int version,
        DataKey key,
        Instant registered,
        @Nullable Instant changed) {

    static Edition first(Instant registered) {
        UUID asset = UUID.randomUUID();
        return new Edition(asset, 1, DataKey.generate(asset), registered, null);
    }

    static Edition after(StoredAsset newest, KeyProvider keys, Instant now) {
        return new Edition(newest.id(), newest.version() + 1, newest.key(keys), newest.registered(), now);
    }

    boolean isFirst() {
        return version == 1;
    }

    Instant at() {
        return changed == null ? registered : changed;
    }
}
