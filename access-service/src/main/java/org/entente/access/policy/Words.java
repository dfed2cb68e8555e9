package org.entente.access.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Words of a policy, each a bit of a {@code long}, so that a set of them is compared at once. Where a policy has more
 * words than bits, some share one: a set then only seems to contain a word, and is asked by name.
 */
final class Words {
    /** Of every word that the policy does not say; in no set. */
    private static final long UNKNOWN = 1;

    private static final int MOST = 63;

    private final Map<String, Long> bits = new HashMap<>();

    /** The set of these words, which become words of the policy. */
    long add(Collection<String> words) {
        long set = 0;
        for (String word : words) {
            set |= bits.computeIfAbsent(word, added -> UNKNOWN << (1 + bits.size() % MOST));
        }
        return set;
    }

    /** The set of these words. */
    long set(Collection<String> words) {
        long set = 0;
        for (String word : words) {
            set |= bit(word);
        }
        return set;
    }

    long bit(String word) {
        return bits.getOrDefault(word, UNKNOWN);
    }

    /** Whether each word has a bit of its own. */
    boolean areFew() {
        return bits.size() <= MOST;
    }
}
