package org.entente.catalog.content;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Random;
import java.util.UUID;

/** The key under which the content of one asset is kept. */
public final class DataKey {
    private final UUID asset;
    private final byte[] key;
    private final Aead aead;

    private DataKey(UUID asset, byte[] key) {
        this.asset = asset;
        this.key = key;
        this.aead = AesGcm.of(key);
    }

    /** A new random key for an asset. */
    public static DataKey generate(UUID asset) {
        return new DataKey(asset, Random.randBytes(AesGcm.KEY_BYTES));
    }

    /**
     * The key of an asset from its stored form.
     *
     * @throws IntegrityException if it is not the key that was wrapped for this asset
     */
    public static DataKey unwrap(UUID asset, WrappedKey wrapped, KeyWrapping provider) {
        return new DataKey(asset, provider.unwrap(wrapped, KeyUse.ASSET.binding(asset)));
    }

    /** This key as it may be stored. */
    public WrappedKey wrap(KeyWrapping provider) {
        return provider.wrap(key, KeyUse.ASSET.binding(asset));
    }

    /** Encrypts content so that it opens in this place only. */
    public byte[] seal(Place place, byte[] plain) {
        return AesGcm.seal(aead, plain, place.bytes());
    }

    /**
     * The content of a place.
     *
     * @throws IntegrityException if the content, its label or its place is not the one it was sealed with
     */
    public byte[] open(Place place, byte[] sealed) {
        return AesGcm.open(aead, sealed, place.bytes(), place.piece().toString());
    }
}
