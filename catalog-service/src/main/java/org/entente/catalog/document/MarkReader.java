package org.entente.catalog.document;

import java.util.List;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.MarkingPolicies;
import org.entente.label.MarkingPolicy;

/**
 * Reads portion marks: {@code (classification//control//control…)}. What a mark does not say is not so: without a release
 * list nothing is released. Only policy and categories come from the document's default label.
 */
public final class MarkReader {
    private static final int LONGEST = 1_000;

    private final Label defaults;
    private final Levels levels;

    /** Marks of the policy of the default label.
     * @throws LabelException if there is no such policy
     */
    public MarkReader(Label defaults, MarkingPolicies policies) {
        this.defaults = defaults;
        MarkingPolicy policy = policies.find(defaults.policy())
                .orElseThrow(() -> new LabelException("/policy", "is not a known marking policy"));
        this.levels = new Levels(policy);
    }

    /** Whether a text in parentheses is meant as a mark. */
    boolean isMark(String text) {
        return text.length() <= LONGEST
                && text.startsWith("(")
                && text.endsWith(")")
                && levels.find(parts(text).get(0)).isPresent();
    }

    /** The label that the mark says.
     * @throws LabelException if it is no mark, or says something twice, contradicting or not at all
     */
    public Label read(String mark) {
        if (!isMark(mark)) {
            throw new LabelException("", "is not a portion mark of a known classification");
        }
        List<String> parts = parts(mark);
        Controls controls = new Controls();
        parts.subList(1, parts.size()).forEach(controls::add);
        String level = levels.find(parts.get(0)).orElseThrow();
        return controls.label(defaults.policy(), level, defaults.categories());
    }

    private static List<String> parts(String mark) {
        String inner = mark.substring(1, mark.length() - 1);
        return List.of(inner.split("//", -1)).stream().map(String::strip).toList();
    }
}
