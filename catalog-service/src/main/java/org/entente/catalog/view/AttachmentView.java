package org.entente.catalog.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.catalog.asset.StoredAsset.Mark;

/**
 * An attachment that may be read.
 *
 * @param portion by which it is asked for
 * @param mark as for this reader
 * @param size in bytes
 * @param sha256 of the whole, lower-case hexadecimal
 */
@RegisterForReflection // written by hand
record AttachmentView(
        @Schema(examples = "attachment:5f0c1ad97b3e") String portion,
        @Schema(examples = "(S//REL XAA,XBB)") String mark,
        @Schema(examples = "pumps.pdf") String name,
        @Schema(examples = "application/pdf") String mediaType,
        long size,
        String sha256) {
    static AttachmentView of(Mark portion, String mark, JsonNode content) {
        return new AttachmentView(
                portion.id(),
                mark,
                content.path("name").asText(),
                content.path("mediaType").asText(),
                content.path("size").asLong(),
                content.path("sha256").asText());
    }
}
