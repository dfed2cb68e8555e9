package org.entente.catalog.content;

/**
 * A data key as it is stored.
 *
 * @param wrappedWith names the key-encryption key
 * @param bytes the wrapped key, opaque to everyone but the provider
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the database to the provider, never compared
public record WrappedKey(String wrappedWith, byte[] bytes) {}
