package org.entente.catalog.masking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes to one text, all of them found in the text as it was, so that their order does not matter. */
final class TextEdits {
    /** Says that something is missing, so that what remains is not taken for what was written. */
    private static final String GAP = "[…]";

    private final String text;
    private final List<Edit> edits = new ArrayList<>();

    TextEdits(String text) {
        this.text = text;
    }

    /** @param replacement empty where the part is cut out */
    private record Edit(int from, int to, String replacement) {}

    void cut(int from, int to) {
        edits.add(new Edit(from, to, ""));
    }

    void replace(int from, int to, String replacement) {
        edits.add(new Edit(from, to, replacement));
    }

    /** The text with all changes; empty if nothing of it is left. What overlaps is cut out, from end to end. */
    String apply() {
        if (edits.isEmpty()) {
            return text;
        }
        StringBuilder edited = new StringBuilder();
        int done = 0;
        for (Edit edit : merged()) {
            edited.append(text, done, edit.from());
            edited.append(edit.replacement().isEmpty() ? GAP : edit.replacement());
            done = edit.to();
        }
        edited.append(text, done, text.length());
        String left = edited.toString().replaceAll("\\Q" + GAP + "\\E(?:\\s*\\Q" + GAP + "\\E)+", GAP);
        return left.replace(GAP, "").isBlank() ? "" : left.strip();
    }

    private List<Edit> merged() {
        edits.sort(Comparator.comparingInt(Edit::from).thenComparing(Edit::to, Comparator.reverseOrder()));
        List<Edit> merged = new ArrayList<>();
        for (Edit edit : edits) {
            Edit last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || edit.from() >= last.to()) {
                merged.add(edit);
            } else if (!edit.equals(last)) {
                merged.set(merged.size() - 1, new Edit(last.from(), Math.max(last.to(), edit.to()), ""));
            }
        }
        return merged;
    }
}
