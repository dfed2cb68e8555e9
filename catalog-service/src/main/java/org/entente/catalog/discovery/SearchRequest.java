package org.entente.catalog.discovery;

import java.util.List;
import org.entente.catalog.search.Words;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param words all of which an asset must have
 */
record SearchRequest(List<String> words, PageRequest page) {
    private static final int LONGEST = 200;
    private static final int MAX_WORDS = 8;
    private static final int MAX_LIMIT = 50;

    static SearchRequest of(@Nullable String query, Cursors cursors, @Nullable String cursor, String limit) {
        PageRequest page = PageRequest.of(cursors, cursor, limit);
        if (page.limit() > MAX_LIMIT) {
            throw Problem.badRequest("limit", "must be a number from 1 to " + MAX_LIMIT);
        }
        return new SearchRequest(words(query), page);
    }

    private static List<String> words(@Nullable String query) {
        if (query == null || query.length() > LONGEST) {
            throw Problem.badRequest("q", "must have 1 to " + LONGEST + " characters");
        }
        List<String> words = List.copyOf(Words.asked(query));
        if (words.isEmpty() || words.size() > MAX_WORDS) {
            throw Problem.badRequest("q", "must have 1 to " + MAX_WORDS + " words");
        }
        return words;
    }
}
