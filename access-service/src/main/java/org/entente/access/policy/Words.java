package org.entente.access.policy;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Words of a policy, numbered from 1 on, so that sets of them are bits. */
final class Words {
    /** The number of every word that the policy does not say; in no set. */
    private static final int UNKNOWN = 0;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** The set of these words, of which new ones are numbered. */
    BitSet set(Collection<String> words) {
        BitSet set = new BitSet();
        for (String word : words) {
            set.set(numbers.computeIfAbsent(word, unknown -> numbers.size() + 1));
        }
        return set;
    }

    int number(String word) {
        return numbers.getOrDefault(word, UNKNOWN);
    }
}
