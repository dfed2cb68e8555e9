package org.entente.catalog.shelf;

import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.DataKey;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.content.Place;

/**
 * A portion of an object on the shelf, sealed.
 *
 * @param object that it is, or is a property of
 * @param id of the portion
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the database to the key, never compared
public record ShelvedPortion(ShelvedObject object, String id, InternedLabel label, byte[] content) {

    /**
     * The content in the clear.
     *
     * @throws org.entente.catalog.content.IntegrityException if it, its label or its place is not what was stored
     */
    public byte[] open(StoredAsset asset, DataKey key) {
        byte[] binding = label.requireIntact().canonical();
        return key.open(Place.portion(asset.id(), object.assetVersion(), id, binding), content);
    }
}
