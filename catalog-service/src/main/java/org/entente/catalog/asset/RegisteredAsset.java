package org.entente.catalog.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.label.Label;
import org.jspecify.annotations.Nullable;

/**
 * An asset as the home side sees it, without its content.
 *
 * @param purposeNote as registered; not in the answer to the registration
 * @param registered when the asset was
 * @param changed when this version was registered; absent for the first
 * @param portions how many
 * @param banner of the whole, at the instant of the answer
 * @param sha256 of the canonical form (RFC 8785) of what was registered, lower-case hexadecimal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection // also kept as the answer to a repetition
public record RegisteredAsset(
        UUID id,
        @Schema(examples = "1") int version,
        @Schema(examples = "stix") Form form,
        String title,
        @Nullable String purposeNote,
        @Schema(examples = "XAA") String originator,
        Instant registered,
        @Nullable Instant changed,
        @Schema(examples = "1651") int portions,
        Label banner,
        List<LabelCount> portionsByLabel,
        String sha256) {

    /** How many portions stand under a label. */
    @RegisterForReflection
    public record LabelCount(
            @Schema(implementation = Label.class) JsonNode label, int count) {}
}
