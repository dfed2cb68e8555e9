package org.entente.catalog.tearline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.catalog.approval.History;
import org.entente.catalog.approval.State;
import org.entente.label.Label;
import org.jspecify.annotations.Nullable;

/**
 * A tearline as the home side sees it.
 *
 * @param version of the asset that it was made from
 * @param state {@code proposed} while it is a draft
 * @param sources the portions that it is made of
 * @param sha256 of its content, lower-case hexadecimal
 * @param acts who drafted and decided
 * @param content in full; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection // also kept as the answer to a repetition
record TearlineView(
        UUID id,
        UUID assetId,
        int version,
        State state,
        @Schema(implementation = Label.class) JsonNode label,
        List<String> sources,
        String sha256,
        Instant drafted,
        List<History.Act> acts,
        @Nullable TearlineContent content) {}
