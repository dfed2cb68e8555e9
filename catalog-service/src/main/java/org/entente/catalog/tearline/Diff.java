package org.entente.catalog.tearline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.entente.catalog.masking.Mask;
import org.jspecify.annotations.Nullable;

/**
 * A tearline beside what it is made of.
 *
 * @param parts in the order of the asset, a page of them
 * @param next from where they go on; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Diff(UUID tearline, List<Compared> parts, @Nullable Integer next) {

    /**
     * A part beside the portions that it is made of.
     *
     * @param masks that made the difference
     */
    record Compared(String id, List<String> from, List<Mask> masks, List<Change> changes) {}
}
