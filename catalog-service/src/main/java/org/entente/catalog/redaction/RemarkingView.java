package org.entente.catalog.redaction;

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
 * A proposal to mark portions anew, as the home side sees it.
 *
 * @param kind {@code redaction} if it admits nobody new, else {@code downgrade}
 * @param changes which portions get which label
 * @param acts who proposed and decided, and why
 * @param withdrawnTearlines that were made of what is redacted, where this was just approved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection // also kept as the answer to a repetition
record RemarkingView(
        UUID id,
        UUID assetId,
        int version,
        Kind kind,
        State state,
        List<Change> changes,
        Instant proposed,
        List<History.Act> acts,
        @Nullable List<UUID> withdrawnTearlines) {

    /**
     * Portions that get a label.
     *
     * @param title whether title and purpose note get it too
     */
    @RegisterForReflection
    record Change(
            List<String> portions,
            boolean title,
            @Schema(implementation = Label.class) JsonNode label) {}
}
