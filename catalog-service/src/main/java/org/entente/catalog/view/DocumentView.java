package org.entente.catalog.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one reader gets of a document.
 *
 * @param banner the mark of the whole of what is shown; absent where that is nothing
 * @param portions in order; what lies between two of them does not show
 */
@RegisterForReflection // written by hand
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentView(
        @Schema(examples = "(S//REL XAA,XBB)") @Nullable String banner, List<Text> portions) {

    /**
     * A portion.
     *
     * @param mark as for this reader: of the nations it may go to, it names the originator and the reader's
     */
    @RegisterForReflection
    record Text(
            @Schema(examples = "p-5f0c1ad97b3e") String id,
            @Schema(examples = "(S//REL XAA,XBB)") String mark,

            @Schema(examples = "The intruder came by the pumps.")
            String markdown) {}
}
