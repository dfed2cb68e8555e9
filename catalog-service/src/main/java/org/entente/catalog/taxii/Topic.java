package org.entente.catalog.taxii;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.content.Digests;

/**
 * A collection: what stands under one category, at one API root.
 *
 * @param canWrite whether contributions come to it at all; who may contribute is decided
 */
record Topic(ApiRoot root, String category, boolean canWrite) {

    /** Random to look at, as the standard wants it, and always the same. */
    UUID id() {
        byte[] name = ("entente.catalog.collection.1 " + root.name() + " " + category).getBytes(StandardCharsets.UTF_8);
        ByteBuffer hash = ByteBuffer.wrap(Digests.sha256().digest(name));
        long high = hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Whether a path names it: by its identifier, or by its alias (TAXII 2.1, section 5.2.1). */
    boolean isNamed(String name) {
        return name.equals(category) || name.equals(id().toString());
    }

    /** The same as its reader finds it, who may contribute or not. */
    Topic writable(boolean mayContribute) {
        return new Topic(root, category, canWrite && mayContribute);
    }

    Resource resource() {
        return new Resource(
                id(),
                category,
                "Objects of the category " + category + ".",
                category,
                true,
                canWrite,
                List.of(Taxii.STIX));
    }

    /** Collection resource (TAXII 2.1, section 5.2.1). */
    @RegisterForReflection
    record Resource(
            UUID id,
            String title,
            String description,
            String alias,
            @JsonProperty("can_read") boolean canRead,
            @JsonProperty("can_write") boolean canWrite,
            @JsonProperty("media_types") List<String> mediaTypes) {}
}
