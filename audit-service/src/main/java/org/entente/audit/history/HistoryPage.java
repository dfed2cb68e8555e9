package org.entente.audit.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines in the order asked for.
 *
 * @param next cursor of the next page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryPage(List<HistoryItem> lines, @Nullable String next) {

    /** A page of at most {@code limit} of the lines, of which there may be one more. */
    static HistoryPage of(List<HistoryItem> lines, int limit) {
        return lines.size() > limit
                ? new HistoryPage(
                        lines.subList(0, limit),
                        Long.toString(lines.get(limit - 1).index()))
                : new HistoryPage(lines, null);
    }

    @Nullable Long first() {
        return lines.isEmpty() ? null : lines.get(0).index();
    }

    @Nullable Long last() {
        return lines.isEmpty() ? null : lines.get(lines.size() - 1).index();
    }
}
