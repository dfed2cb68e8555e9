package org.entente.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.entente.catalog.content.KeyProvider;

/** The tokens of a version as it is made, each with the first portion that has it. */
public final class Postings {
    /** In place of the number of a portion. */
    public static final int TITLE = -1;

    /** In place of the number of a portion too; after all portions. */
    public static final int TEARLINE = Integer.MAX_VALUE;

    private final SearchKey key;
    private final Map<String, Integer> byToken = new HashMap<>();
    private final Map<String, Set<String>> seen = new HashMap<>();

    public Postings(KeyProvider keys) {
        key = new SearchKey(keys);
    }

    public void addTitle(String label, String title) {
        Words.of(title).forEach(word -> add(label, word, TITLE));
    }

    /** Adds the words of a portion, in the order of portions. */
    public void add(String label, int seq, JsonNode content) {
        Texts.of(content).forEach(text -> Words.of(text).forEach(word -> add(label, word, seq)));
    }

    private void add(String label, String word, int seq) {
        if (seen.computeIfAbsent(label, absent -> new HashSet<>()).add(word)) {
            byToken.put(key.token(label, word), seq);
        }
    }

    /** The numbers of portions by token. */
    public Map<String, Integer> byToken() {
        return byToken;
    }
}
