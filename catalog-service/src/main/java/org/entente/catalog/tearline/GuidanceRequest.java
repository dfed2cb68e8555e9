package org.entente.catalog.tearline;

import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * For whom guidance is wanted.
 *
 * @param from the place of the first portion in the answer, 0 if absent
 * @param limit how many portions there are in it at most, 100 if absent
 */
record GuidanceRequest(
        @Nullable Audience audience,
        @Nullable Integer from,
        @Nullable Integer limit) {
    private static final int USUAL = 100;
    private static final int MOST = 500;

    Audience requireAudience() {
        if (audience == null) {
            throw Problem.badRequest("/audience", "is required");
        }
        return audience;
    }

    int first() {
        int first = from == null ? 0 : from;
        if (first < 0) {
            throw Problem.badRequest("/from", "must be 0 or more");
        }
        return first;
    }

    int most() {
        int most = limit == null ? USUAL : limit;
        if (most < 1 || most > MOST) {
            throw Problem.badRequest("/limit", "must be from 1 to " + MOST);
        }
        return most;
    }
}
