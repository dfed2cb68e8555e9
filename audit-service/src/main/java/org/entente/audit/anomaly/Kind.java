package org.entente.audit.anomaly;

import java.util.Arrays;
import java.util.Optional;

/** In what way something is unusual. */
enum Kind {
    /** More accesses in an hour than usual. */
    VOLUME("volume"),
    /** More different assets in a day than usual. */
    BREADTH("breadth"),
    /** At an hour at which there is usually no access. */
    OFF_HOURS("off-hours"),
    /** From a country never seen before. */
    NEW_PLACE("new-place"),
    /** From two places between which nobody travels that fast. */
    IMPOSSIBLE_TRAVEL("impossible-travel"),
    /** Denial after denial. */
    PROBING("probing"),
    /** Categories of information that are usually not asked for. */
    UNUSUAL_CATEGORY("unusual-category"),
    /** More copies or bytes within minutes than usual. */
    DOWNLOAD_BURST("download-burst"),
    /** A grant that nobody used for long is used. */
    DORMANT_GRANT("dormant-grant"),
    /** No single figure stands out, but together they do. */
    UNUSUAL_WHOLE("unusual-whole");

    private final String wireName;

    Kind(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    static Optional<Kind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
