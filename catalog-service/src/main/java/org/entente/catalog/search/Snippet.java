package org.entente.catalog.search;

import java.util.List;
import java.util.Optional;

/** A few words around the one that was looked for. */
public final class Snippet {
    private static final int AROUND = 80;

    private Snippet() {}

    /** From the first text that has the word; empty if none has. */
    public static Optional<String> of(List<String> texts, String word) {
        return texts.stream()
                .filter(text -> Words.find(text, word) >= 0)
                .findFirst()
                .map(text -> around(text, Words.find(text, word)));
    }

    private static String around(String text, int place) {
        int from = wordEdge(text, Math.max(0, place - AROUND), 1);
        int until = wordEdge(text, Math.min(text.length(), place + AROUND), -1);
        String shown = text.substring(Math.min(from, place), Math.max(until, place));
        return (from == 0 ? "" : "…") + shown.strip().replaceAll("\\s+", " ") + (until == text.length() ? "" : "…");
    }

    /** The next space in that direction, so that no word and no character is cut; the place itself at the ends of the text. */
    private static int wordEdge(String text, int place, int step) {
        int edge = place;
        while (edge > 0 && edge < text.length() && !Character.isWhitespace(text.charAt(edge))) {
            edge += step;
        }
        return edge;
    }
}
