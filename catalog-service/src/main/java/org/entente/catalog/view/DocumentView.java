package org.entente.catalog.view;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one reader gets of a document.
 *
 * @param banner the mark of the whole of what is shown
 * @param portions in order; what lies between two of them does not show
 */
@RegisterForReflection // written by hand
record DocumentView(@Schema(examples = "(S//REL XAA,XBB)") String banner, List<Text> portions) {

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
