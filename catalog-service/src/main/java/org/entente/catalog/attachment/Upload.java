package org.entente.catalog.attachment;

import java.util.UUID;
import org.entente.catalog.content.WrappedKey;

/** A complete upload that is in no asset yet. */
public record Upload(UUID id, String mediaType, int chunks, long size, String sha256, WrappedKey key) {}
