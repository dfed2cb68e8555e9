package org.entente.catalog.taxii;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.entente.catalog.shelf.ShelvedObject;

/**
 * Some objects that may be handed over, in the order in which they came.
 *
 * @param decisions that say so, by identifier
 * @param last the place up to which was looked
 * @param more whether there may be any beyond it
 * @param change how many changes of labels there had been before it was looked for
 */
record Page(List<Item> items, List<String> decisions, Instant last, boolean more, long change) {

    /** An object as this reader gets it. */
    record Item(ShelvedObject place, ObjectNode content) {
        /** Behind its masks, an object may be one of ours. */
        String id() {
            return content.path("id").asText();
        }

        /** Whether the reader knows it by another name than the shelf does. */
        boolean isRenamed() {
            return !id().equals(place.id());
        }

        /** What tells its versions apart, as the reader sees them. */
        Instant version() {
            String modified = content.path("modified").asText();
            return !isRenamed() || modified.isEmpty() ? place.shownVersion() : Instant.parse(modified);
        }
    }

    static Page start(Instant after, long change) {
        return new Page(List.of(), List.of(), after, false, change);
    }

    /** This one and what was found behind it. */
    Page and(List<Item> found, List<String> decided, Instant upTo, boolean isMore) {
        return new Page(
                Stream.concat(items.stream(), found.stream()).toList(),
                Stream.concat(decisions.stream(), decided.stream()).toList(),
                upTo,
                isMore,
                change);
    }
}
