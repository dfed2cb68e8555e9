package org.entente.catalog.access;

import java.util.List;
import org.entente.catalog.access.Question.Resource;

/**
 * What of one asset is to be handed over.
 *
 * @param tearlines of which one may go where not all portions may
 */
public record Lot(Marked marked, List<Portion> portions, List<Portion> tearlines) {
    Resource resource() {
        return marked.byPortion(portions, tearlines);
    }

    Answer.Asked asked() {
        return Answer.Asked.of(portions, tearlines);
    }
}
