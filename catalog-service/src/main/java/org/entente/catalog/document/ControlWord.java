package org.entente.catalog.document;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.entente.label.LabelException;

/** The words by which the controls of a portion mark are told apart; what begins with none of them names compartments. */
enum ControlWord {
    RELEASABLE(",", "REL TO ", "REL "),
    DISPLAYABLE(",", "DISPLAY ONLY ", "DISPLAY "),
    NO_FOREIGNERS("", "NF", "NOFORN"),
    ORIGINATOR_CONTROLLED("", "OC", "ORCON"),
    PROPRIETARY(",", "PR:", "PROPIN:"),
    EXPORT(",", "EXP:"),
    TLP(",", "TLP:"),
    CATEGORIES(",", "CAT:"),
    COMPARTMENTS("/");

    private final String separator;
    private final List<String> words;

    ControlWord(String separator, String... words) {
        this.separator = separator;
        this.words = List.of(words);
    }

    static ControlWord of(String control) {
        return Arrays.stream(values())
                .filter(word -> word.begins(control))
                .findFirst()
                .orElse(COMPARTMENTS);
    }

    /** What comes after the word.
     * @throws LabelException if nothing does, where something must
     */
    List<String> values(String control) {
        if (isFlag()) {
            return List.of();
        }
        String rest = words.stream()
                .filter(control::startsWith)
                .findFirst()
                .map(word -> control.substring(word.length()))
                .orElse(control);
        List<String> values =
                Stream.of(rest.split(separator, -1)).map(String::strip).toList();
        if (values.contains("") || isWordAlone(control)) {
            throw new LabelException("", "has a control without its list: " + control);
        }
        return values;
    }

    private boolean begins(String control) {
        return isFlag() ? words.contains(control) : words.stream().anyMatch(control::startsWith);
    }

    private boolean isFlag() {
        return separator.isEmpty();
    }

    private static boolean isWordAlone(String control) {
        return Arrays.stream(values()).flatMap(word -> word.words.stream()).anyMatch(word -> word.strip()
                .equals(control));
    }
}
