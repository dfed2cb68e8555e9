package org.entente.catalog.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.catalog.document.Document.Part;
import org.entente.label.InformationCategories;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.Labels;
import org.entente.label.MarkingPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentPortionsTest {
    private static final Labels VOCABULARY = new Labels(MarkingPolicies.builtIn(), InformationCategories.builtIn());
    private static final String SAMPLE = """
            # (U) Sluice

            (S//REL XAA,XBB) The intruder came by the pumps,
            at night.

            ---

            - (U) first
              and more of it
            - (TS//ORION//NF) second
              - (S) an inner item
              - without a mark, part of the inner one

            (R)
            ```
            code (S)

            (TS) is no mark here
            ```

            > (C) quoted

            | (U) a | b |
            |---|---|
            | 1 | 2 |
            """;

    @Test
    void cutsMarkdownAtItsMarks() {
        List<TextPortion> portions = portions(new Document(SAMPLE, null));

        assertThat(portions)
                .extracting(portion -> portion.label().classification())
                .containsExactly(
                        "UNCLASSIFIED",
                        "SECRET",
                        "UNCLASSIFIED",
                        "TOP-SECRET",
                        "SECRET",
                        "RESTRICTED",
                        "CONFIDENTIAL",
                        "UNCLASSIFIED");
        assertThat(portions)
                .extracting(TextPortion::markdown)
                .containsExactly(
                        "# Sluice",
                        "The intruder came by the pumps,\nat night.",
                        "- first\n  and more of it",
                        "- second",
                        "  - an inner item\n  - without a mark, part of the inner one",
                        "\n```\ncode (S)\n\n(TS) is no mark here\n```",
                        "> quoted",
                        "| a | b |\n|---|---|\n| 1 | 2 |");
    }

    @Test
    void numbersNothing() {
        List<TextPortion> portions = portions(new Document(SAMPLE, null));

        Set<String> ids = portions.stream().map(TextPortion::id).collect(Collectors.toSet());
        assertThat(ids).hasSize(portions.size()).allMatch(id -> id.matches("p-[0-9a-f]{12}"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("no mark", "(U) One\n\nTwo\n", "at line 3 a block without a portion mark"),
                Arguments.of("text in parentheses", "(see below) One", "at line 1 a block without a portion mark"),
                Arguments.of("an unmarked item", "- (U) one\n- two", "at line 2 a block without a portion mark"),
                Arguments.of("an unmarked paragraph of an item", "- (U) one\n\n  two", "at line 3 a block without"),
                Arguments.of("no text", "(U) one\n\n(S)\n\n(U) two", "at line 3 a portion mark without a text"),
                Arguments.of("an open fence", "(U)\n```\n(S) text\n\n(TS) more", "at line 2 a fence"),
                Arguments.of("an unknown nation", "(S//REL YYY) One", "at line 1 a portion mark that (releasableTo"),
                Arguments.of("a doubled control", "(S//REL XBB//REL XCC) One", "at line 1 a portion mark that says"),
                Arguments.of("an unknown category", "(S//CAT:gossip) One", "at line 1 a portion mark that (categories"),
                Arguments.of("nothing", " \n ", "has no portion"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void namesTheLineThatIsToBlame(String name, String markdown, String detail) {
        assertThatThrownBy(() -> portions(new Document(markdown, null)))
                .isInstanceOfSatisfying(LabelException.class, fault -> {
                    assertThat(fault.pointer()).isEqualTo("/markdown");
                    assertThat(fault.detail()).contains(detail);
                });
    }

    @Test
    void takesPortionsAsTheyAreStated() {
        Label label = Label.of("ALLIANCE", "SECRET");
        Document document = new Document(
                null,
                List.of(
                        new Part("summary", label, null, "First.\n\nStill first."),
                        new Part(null, null, "(U//REL ALL)", "Second.")));

        List<TextPortion> portions = portions(document);

        assertThat(portions.get(0)).isEqualTo(new TextPortion("summary", label, "First.\n\nStill first."));
        assertThat(portions.get(1).label().releasableTo()).containsExactly("*");
    }

    static Stream<Arguments> wrongParts() {
        Label label = Label.of("ALLIANCE", "SECRET");
        return Stream.of(
                Arguments.of("/portions/0", new Part("a", null, null, "Text")),
                Arguments.of("/portions/0", new Part("a", label, "(S)", "Text")),
                Arguments.of("/portions/0/mark", new Part("a", null, "(X)", "Text")),
                Arguments.of("/portions/0/id", new Part("a b", label, null, "Text")),
                Arguments.of("/portions/0/markdown", new Part("a", label, null, " ")),
                Arguments.of(
                        "/portions/0/label/classification", new Part("a", Label.of("ALLIANCE", "PINK"), null, "Text")));
    }

    @ParameterizedTest
    @MethodSource("wrongParts")
    void namesThePartThatIsToBlame(String pointer, Part part) {
        assertThatThrownBy(() -> portions(new Document(null, List.of(part))))
                .isInstanceOfSatisfying(LabelException.class, fault -> assertThat(fault.pointer())
                        .isEqualTo(pointer));
    }

    @Test
    void refusesTheSameNameTwice() {
        Part part = new Part("a", null, "(S)", "Text");

        assertThatThrownBy(() -> portions(new Document(null, List.of(part, part))))
                .hasMessage("/portions/1/id is there twice");
    }

    @Test
    void refusesMoreThanItsLimit() {
        String markdown =
                IntStream.range(0, 101).mapToObj(number -> "(U) " + number).collect(Collectors.joining("\n\n"));

        assertThatThrownBy(() -> portions(new Document(markdown, null)))
                .hasMessage("/markdown has more than 100 portions");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "---", "`", "|", "(", "*", "# "})
    void isNotConfusedByEndlessLines(String sign) {
        String markdown = "(U) One\n\n" + sign.repeat(200_000);

        assertThatThrownBy(() -> portions(new Document(markdown + " two", null)))
                .isInstanceOf(LabelException.class);
    }

    @Test
    void isEitherMarkdownOrPortions() {
        assertThatThrownBy(() -> portions(new Document(null, null)))
                .hasMessage("must have either markdown or portions");
    }

    private static List<TextPortion> portions(Document document) {
        MarkReader marks = new MarkReader(Label.of("ALLIANCE", "RESTRICTED"), VOCABULARY.policies());
        return new DocumentPortions(
                        marks, label -> VOCABULARY.normalise(label, "XAA", Instant.parse("2026-11-23T10:00:00Z")), 100)
                .of(document);
    }
}
