package org.entente.access.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is decided about each portion and each tearline, in the order of the question, and the view that it makes. */
final class Verdicts {
    static final Verdicts NONE = new Verdicts(List.of(), List.of());

    private final List<Ruled> portions;
    private final List<Ruled> tearlines;
    private final List<String> permitted = new ArrayList<>();
    private final Map<Verdict, Integer> counts = new LinkedHashMap<>();
    private final Set<Verdict> shown = new LinkedHashSet<>();
    private final @Nullable Ruled tearline;

    /** A portion or a tearline, by its identifier, and what is decided about it. */
    record Ruled(String id, Verdict verdict) {}

    Verdicts(List<Ruled> portions, List<Ruled> tearlines) {
        this.portions = portions;
        this.tearlines = tearlines;
        for (Ruled portion : portions) {
            counts.merge(portion.verdict, 1, Integer::sum);
            if (portion.verdict.permits()) {
                permitted.add(portion.id);
                shown.add(portion.verdict);
            }
        }
        boolean isWhole = permitted.size() == portions.size() && !portions.isEmpty();
        tearline = isWhole ? null : mostInformative(tearlines);
        if (tearline != null) {
            shown.add(tearline.verdict);
        }
    }

    List<Ruled> portions() {
        return portions;
    }

    List<Ruled> tearlines() {
        return tearlines;
    }

    boolean permitsAnything() {
        return !shown.isEmpty();
    }

    List<String> permittedPortions() {
        return permitted;
    }

    /** On how many portions there is each verdict. */
    Map<Verdict, Integer> counts() {
        return counts;
    }

    /**
     * The most informative tearline that may go, where not all portions may: the one with the highest classification, then
     * the deepest tier (nobody marks what tells less higher), then the first by identifier, so that order does not matter.
     */
    @Nullable String tearline() {
        return tearline == null ? null : tearline.id;
    }

    /** The different verdicts on what goes. */
    Collection<Verdict> ofTheView() {
        return shown;
    }

    private static @Nullable Ruled mostInformative(List<Ruled> tearlines) {
        Ruled most = null;
        for (Ruled tearline : tearlines) {
            if (tearline.verdict.permits() && (most == null || tellsMore(tearline, most))) {
                most = tearline;
            }
        }
        return most;
    }

    private static boolean tellsMore(Ruled one, Ruled other) {
        int bySensitivity = one.verdict.sensitivity().compareTo(other.verdict.sensitivity());
        return bySensitivity == 0 ? one.id.compareTo(other.id) < 0 : bySensitivity > 0;
    }
}
