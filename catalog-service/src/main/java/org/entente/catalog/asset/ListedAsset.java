package org.entente.catalog.asset;

import org.jspecify.annotations.Nullable;

/**
 * An asset as a list finds it.
 *
 * @param labelSet under which it was found
 * @param seal which binds it to that set; absent for what was registered before there were sets
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the database to the key, never compared
public record ListedAsset(StoredAsset asset, int labelSet, byte @Nullable [] seal) {}
