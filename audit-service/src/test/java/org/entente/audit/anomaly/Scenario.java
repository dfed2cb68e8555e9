package org.entente.audit.anomaly;

import java.time.Duration;

/** An attack that is put into traffic. */
enum Scenario {
    /** Fifteen times the usual number of accesses, for an hour. */
    SCRAPING(Kind.VOLUME, Duration.ofHours(1)),
    /** Every document of a topic within a day, hardly faster than usual. */
    HARVEST(Kind.BREADTH, Duration.ofHours(8)),
    /** An hour of work in the middle of the night. */
    NIGHT(Kind.OFF_HOURS, Duration.ofHours(1)),
    /** Usual work, from a country far away. */
    ABROAD(Kind.NEW_PLACE, Duration.ofHours(1)),
    /** A stolen session: the person works on while somebody else does, far away. */
    STOLEN_SESSION(Kind.IMPOSSIBLE_TRAVEL, Duration.ofHours(1)),
    /** One door after the other. */
    PROBING(Kind.PROBING, Duration.ofMinutes(20)),
    /** Interest in what is none of the person's business, at the usual rate. */
    CURIOSITY(Kind.UNUSUAL_CATEGORY, Duration.ofHours(1)),
    /** Forty copies in eight minutes. */
    COPYING(Kind.DOWNLOAD_BURST, Duration.ofMinutes(8)),
    /** A grant from a finished operation is used again. */
    OLD_GRANT(Kind.DORMANT_GRANT, Duration.ofHours(1)),
    /** Of everything a little: more accesses, more assets, more denials, another network; nothing above its own limit. */
    BLEND(Kind.UNUSUAL_WHOLE, Duration.ofHours(3)),
    /** A little more every day, for twenty days. */
    SLOW_GROWTH(Kind.BREADTH, Duration.ofDays(20));

    private final Kind shows;
    private final Duration lasts;

    Scenario(Kind shows, Duration lasts) {
        this.shows = shows;
        this.lasts = lasts;
    }

    /** By which kind of anomaly it shows first of all. */
    Kind shows() {
        return shows;
    }

    Duration lasts() {
        return lasts;
    }
}
