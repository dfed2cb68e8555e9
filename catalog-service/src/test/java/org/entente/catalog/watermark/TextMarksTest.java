package org.entente.catalog.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.entente.catalog.watermark.Comparison.Agreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextMarksTest {
    private static final double BEYOND_DOUBT = 1e-9;
    private static final String REPORT = Texts.report(1, 60);
    private static final MarkKey KEY = Texts.key(1);
    private static final String MARKED = TextMarks.mark(REPORT, KEY);

    static Stream<Arguments> whatBecomesOfCopies() {
        String[] paragraphs = MARKED.split("\n\n");
        return Stream.of(
                Arguments.of("the whole", MARKED),
                Arguments.of("the last paragraph", paragraphs[paragraphs.length - 1]),
                Arguments.of("two sentences from the middle", sentences(paragraphs[4], 1, 3)),
                Arguments.of("wrapped anew and quoted", Texts.rewrapped(MARKED)),
                Arguments.of("in capitals", MARKED.toUpperCase(Locale.ROOT)),
                Arguments.of("paragraphs in another order", paragraphs[6] + "\n\n" + paragraphs[2]),
                Arguments.of("without what is not seen", Texts.withoutInvisible(MARKED)),
                Arguments.of("without what is not seen, wrapped anew", Texts.rewrapped(Texts.withoutInvisible(MARKED))),
                Arguments.of("within a longer text of others", Texts.report(2, 40) + " " + paragraphs[3]),
                Arguments.of("with every twelfth word gone", withoutEveryTwelfthWord(MARKED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatBecomesOfCopies")
    void areFoundIn(String what, String copy) {
        double chance = chance(copy, KEY);

        assertThat(chance).isLessThan(BEYOND_DOUBT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatBecomesOfCopies")
    void areNobodyElsesIn(String what, String copy) {
        double least = leastChanceOfOthers(copy);

        assertThat(least).isGreaterThan(BEYOND_DOUBT);
    }

    @Test
    void areNotFoundInCleanText() {
        double least = leastChanceOfOthers(Texts.report(3, 200));

        assertThat(least).isGreaterThan(BEYOND_DOUBT);
    }

    @Test
    void areNotFoundWhereSomebodyTypesetAllAlike() {
        double least = leastChanceOfOthers(
                REPORT.replace("'", "\u2019").replace(" ", "\u200b ").replaceAll("\"(\\p{L})", "\u201c$1"));

        assertThat(least).isGreaterThan(BEYOND_DOUBT);
    }

    @Test
    void changeNoWord() {
        String read = Texts.withoutInvisible(MARKED)
                .replace('\u2019', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"')
                .replace("  ", " ");

        assertThat(read).isEqualTo(REPORT);
    }

    @Test
    void leaveCodeAndIndicatorsAlone() {
        String text = "We saw these addresses that day `curl some host now` and 192.0.2.1 too.\n\n"
                + "```\nblock all of these hosts\n```\n\nand then many more of them came by night";

        String marked = TextMarks.mark(text, KEY);

        assertThat(marked)
                .contains("`curl some host now`", " 192.0.2.1 ", "```\nblock all of these hosts\n```")
                .isNotEqualTo(text);
    }

    @Test
    void ofTwoCopiesMixedNameBoth() {
        MarkKey other = Texts.key(2);
        String mixed =
                mixed(MARKED.split("(?<= )(?! )"), TextMarks.mark(REPORT, other).split("(?<= )(?! )"));

        double first = chance(mixed, KEY);

        assertThat(first).isLessThan(BEYOND_DOUBT);
        assertThat(chance(mixed, other)).isLessThan(BEYOND_DOUBT);
    }

    /** Word by word, of the one or of the other. */
    private static String mixed(String[] one, String[] other) {
        StringBuilder mixed = new StringBuilder();
        for (int index = 0; index < Math.min(one.length, other.length); index++) {
            mixed.append(index % 2 == 0 ? one[index] : other[index]);
        }
        return mixed.toString();
    }

    private static String sentences(String paragraph, int from, int to) {
        return String.join(" ", List.of(paragraph.split("(?<=\\.) +")).subList(from, to));
    }

    private static String withoutEveryTwelfthWord(String text) {
        String[] words = text.split(" +");
        StringBuilder left = new StringBuilder();
        for (int index = 0; index < words.length; index++) {
            left.append(index % 12 == 3 ? "" : words[index] + " ");
        }
        return left.toString();
    }

    private static double leastChanceOfOthers(String copy) {
        Comparison comparison = Comparison.ofText(copy);
        return LongStream.range(100, 600)
                .mapToDouble(seed -> least(comparison, Texts.key(seed)))
                .min()
                .orElseThrow();
    }

    private static double chance(String copy, MarkKey key) {
        return least(Comparison.ofText(copy), key);
    }

    private static double least(Comparison comparison, MarkKey key) {
        return comparison.with(key).stream()
                .mapToDouble(Agreement::chance)
                .min()
                .orElse(1);
    }
}
