package org.entente.catalog.document;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.label.Label;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is registered: either Markdown, in which every block begins with its portion mark, or its portions.
 *
 * @param markdown with portion marks such as {@code (S//ORION//REL XAA,XBB)}
 * @param portions in order
 */
@RegisterForReflection // read by hand, away from the event loop
public record Document(
        @Schema(examples = "(U) # Sluice\n\n(S//REL XAA,XBB) The intruder came by the pumps.") @Nullable
        String markdown,

        @Nullable List<Part> portions) {

    /**
     * A portion, marked in one of two ways.
     *
     * @param id unique in the document; absent for a random one, since a number would tell how much is hidden
     * @param label in full
     * @param mark in short, as in Markdown
     */
    @RegisterForReflection
    public record Part(
            @Schema(examples = "summary") @Nullable String id,
            @Nullable Label label,
            @Schema(examples = "(S//REL XAA,XBB)") @Nullable String mark,
            @Nullable String markdown) {}
}
