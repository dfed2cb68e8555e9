package org.entente.catalog.provenance;

import java.util.Arrays;
import java.util.Locale;
import org.entente.http.Problem;

/** Which way to go from an asset. */
enum Direction {
    /** Where did this come from? */
    SOURCES("source", "derived"),
    /** What did we derive from this? */
    DERIVED("derived", "source");

    private final String there;
    private final String here;

    Direction(String there, String here) {
        this.there = there;
        this.here = here;
    }

    /** The end of a derivation to which the way goes, as its column is called. */
    String there() {
        return there;
    }

    /** The end from which it comes. */
    String here() {
        return here;
    }

    /** @throws Problem 400 for what is no direction */
    static Direction of(String text) {
        return Arrays.stream(values())
                .filter(direction -> direction.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("direction", "must be sources or derived"));
    }
}
