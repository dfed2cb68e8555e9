package org.entente.catalog.attachment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * An attachment as the portion that it is: all that is needed to read it, sealed with the portion.
 *
 * @param key of its chunks
 * @param size in bytes
 * @param sha256 of the whole, lower-case hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // written and read as JSON, never compared
@RegisterForReflection
public record Attached(
        UUID attachment, String name, String mediaType, long size, String sha256, int chunks, byte[] key) {
    /** What the identifiers of such portions begin with; no STIX identifier and no text of a document has it. */
    public static final String PREFIX = "attachment:";
}
