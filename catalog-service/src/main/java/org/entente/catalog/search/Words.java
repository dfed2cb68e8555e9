package org.entente.catalog.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text, all in one spelling: what stands between spaces, such as an address or a name with hyphens, and the parts
 * that it has.
 */
public final class Words {
    private static final int LONGEST = 128;
    /** Between spaces, without the punctuation before and after it. */
    private static final Pattern TERM = Pattern.compile("[\\p{L}\\p{N}](?:[^\\s]*[\\p{L}\\p{N}])?");

    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private Words() {}

    /** The words, each once. */
    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        each(text, (word, place) -> words.add(word));
        return words;
    }

    /** The words of a query: what stands between its spaces, whole. */
    public static Set<String> asked(String query) {
        Set<String> words = new LinkedHashSet<>();
        Matcher terms = TERM.matcher(query);
        while (terms.find()) {
            words.add(spelled(terms.group()));
        }
        return words;
    }

    /** Where the text has the word, as an index into it; -1 if nowhere. */
    static int find(String text, String word) {
        int[] found = {-1};
        each(text, (each, place) -> {
            if (found[0] < 0 && each.equals(word)) {
                found[0] = place;
            }
        });
        return found[0];
    }

    private static void each(String text, BiConsumer<String, Integer> word) {
        Matcher terms = TERM.matcher(text);
        while (terms.find()) {
            if (terms.end() - terms.start() <= LONGEST) {
                word.accept(spelled(terms.group()), terms.start());
            }
            Matcher parts = PART.matcher(text).region(terms.start(), terms.end());
            while (parts.find()) {
                if (parts.end() - parts.start() <= LONGEST
                        && parts.end() - parts.start() < terms.end() - terms.start()) {
                    word.accept(spelled(parts.group()), parts.start());
                }
            }
        }
    }

    private static String spelled(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
