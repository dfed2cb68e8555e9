package org.entente.audit.anomaly;

import java.util.List;

/**
 * Something unusual.
 *
 * @param score how many times what was still usual; for {@link Kind#UNUSUAL_WHOLE} the score of the forest
 * @param key what a dismissal is to make usual, as a country or a category; empty where {@code value} says it
 * @param value that was seen
 * @param because what was unusual, in sentences for people
 */
record Finding(Kind kind, double score, String key, double value, List<String> because) {

    static Finding of(Kind kind, double value, double limit, String because) {
        return of(kind, "", value, limit, because);
    }

    static Finding of(Kind kind, String key, double value, double limit, String because) {
        return new Finding(kind, rounded(value / limit), key, rounded(value), List.of(because));
    }

    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
