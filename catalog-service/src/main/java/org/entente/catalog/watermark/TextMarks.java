package org.entente.catalog.watermark;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks in text. Each place that can be written in several forms is bound to the words around it, not to its number, so that
 * a mark is read from any part of a copy; the words themselves are never changed.
 */
public final class TextMarks {
    /** Zero width space, non-joiner, word joiner and invisible separator: none is seen between a letter and a space. */
    private static final List<String> WIDTHLESS = List.of("\u200b", "\u200c", "\u2060", "\u2063");

    private static final Pattern WORD_AND_MARK = Pattern.compile("(\\p{L}+)([\\u200b\\u200c\\u2060\\u2063]*)");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['\\u2019](?=\\p{L})");
    private static final Pattern OPENING = Pattern.compile("^[(]?([\"\\u201c])(?=\\p{L})");
    private static final Pattern CLOSING = Pattern.compile("(?<=\\p{L})([\"\\u201d])(?=[.,;:)!?]*$)");
    private static final Pattern SENTENCE_END = Pattern.compile(".*\\p{L}[.!?]");
    private static final Pattern ONE_OR_TWO_SPACES = Pattern.compile(" {1,2}");

    private final String text;
    private final BitSet code;
    private final List<Words.Word> words;
    private final List<Site> sites = new ArrayList<>();

    private TextMarks(String text) {
        this.text = text;
        this.code = CodeSpans.of(text);
        this.words = Words.of(text);
    }

    /** The text as the bearer of this key gets it. */
    public static String mark(String text, MarkKey key) {
        List<Site> sites = new TextMarks(text).sites();
        long[] numbers = key.numbers(sites.stream().map(Site::context).toList());
        StringBuilder marked = new StringBuilder();
        int copied = 0;
        for (int index = 0; index < sites.size(); index++) {
            Site site = sites.get(index);
            marked.append(text, copied, site.start()).append(site.forms().get((int)
                    (numbers[index] % site.forms().size())));
            copied = site.end();
        }
        return marked.append(text, copied, text.length()).toString();
    }

    /** What of a copy could be a mark; a context that comes again is counted once. */
    static List<Observation> observe(String text) {
        Set<String> seen = new HashSet<>();
        return new TextMarks(text)
                .sites().stream()
                        .filter(site -> site.found() >= 0)
                        .filter(site -> seen.add(HexFormat.of().formatHex(site.context())))
                        .map(Site::observation)
                        .toList();
    }

    /** In the order of the text; at its ends, where a copy may lack a neighbour, there are none. */
    private List<Site> sites() {
        for (int index = 1; index + 1 < words.size(); index++) {
            if (!code.get(words.get(index).start())) {
                addInvisible(index);
                addTypography(index);
                addSpacing(index);
            }
        }
        sites.sort(Comparator.comparingInt(Site::start));
        return sites;
    }

    private void addInvisible(int index) {
        Words.Word word = words.get(index);
        Matcher token = WORD_AND_MARK.matcher(text).region(word.start(), word.end());
        boolean isBeforeWord =
                Character.isLetter(text.codePointAt(words.get(index + 1).start()));
        if (token.matches() && isBeforeWord) {
            add(Channel.INVISIBLE, index, "", token.start(2), token.end(2), WIDTHLESS);
        }
    }

    private void addTypography(int index) {
        first(APOSTROPHE, index, 0)
                .ifPresent(at -> add(Channel.TYPOGRAPHY, index, "'", at, at + 1, List.of("'", "\u2019")));
        first(OPENING, index, 1)
                .ifPresent(at -> add(Channel.TYPOGRAPHY, index, "(", at, at + 1, List.of("\"", "\u201c")));
        first(CLOSING, index, 1)
                .ifPresent(at -> add(Channel.TYPOGRAPHY, index, ")", at, at + 1, List.of("\"", "\u201d")));
    }

    private Optional<Integer> first(Pattern pattern, int index, int group) {
        Words.Word word = words.get(index);
        Matcher found = pattern.matcher(text.substring(word.start(), word.end()));
        return found.find() ? Optional.of(word.start() + found.start(group)) : Optional.empty();
    }

    private void addSpacing(int index) {
        Words.Word word = words.get(index);
        int next = words.get(index + 1).start();
        boolean isSentenceEnd =
                SENTENCE_END.matcher(text.substring(word.start(), word.end())).matches();
        if (isSentenceEnd
                && ONE_OR_TWO_SPACES.matcher(text.substring(word.end(), next)).matches()) {
            add(Channel.SPACING, index, "", word.end(), next, List.of(" ", "  "));
        }
    }

    private void add(Channel channel, int index, String kind, int start, int end, List<String> forms) {
        byte[] context = Context.of(
                channel,
                kind,
                words.get(index - 1).core(),
                words.get(index).core(),
                words.get(index + 1).core());
        sites.add(Site.of(channel, context, start, end, forms, text));
    }
}
