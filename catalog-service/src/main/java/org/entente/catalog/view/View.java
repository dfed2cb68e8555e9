package org.entente.catalog.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one reader gets of an asset in one decision.
 *
 * @param decisionId under which the decision, and the receipt of it, is found
 * @param epoch of the policy that was decided on
 * @param tearline where a sanitised version stands in for what is not shown
 * @param obligations what the reader must see to
 * @param explanation what is shown and why, and that something is protected, without describing it
 * @param bundle STIX 2.1, with the permitted portions only; absent where the asset is a document
 * @param document its permitted portions; absent where the asset is a bundle
 * @param attachments those that may be read; absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection // written by hand, for its bytes are hashed before they are sent
record View(
        String decisionId,
        @Schema(type = SchemaType.INTEGER) JsonNode epoch,
        UUID assetId,
        int version,
        String purpose,
        Shown portions,
        @Nullable Sanitised tearline,
        @Schema(implementation = Object[].class) List<JsonNode> obligations,
        @Schema(type = SchemaType.OBJECT) JsonNode explanation,
        @Schema(type = SchemaType.OBJECT) @Nullable ObjectNode bundle,
        @Nullable DocumentView document,
        @Nullable List<AttachmentView> attachments) {

    /**
     * How much is shown; how much is not is nobody's business.
     *
     * @param isProtected whether anything is not shown
     */
    @RegisterForReflection
    record Shown(int shown, @JsonProperty("protected") boolean isProtected) {}

    /**
     * A tearline that is shown.
     *
     * @param parts how many stand in for something
     */
    @RegisterForReflection
    record Sanitised(UUID id, int parts) {}
}
