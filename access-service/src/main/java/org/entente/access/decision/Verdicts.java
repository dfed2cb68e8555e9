package org.entente.access.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is decided about each portion and each tearline, in the order of the question, and the view that it makes. */
final class Verdicts {
    static final Verdicts NONE = new Verdicts(List.of(), List.of());

    private final List<Ruled> portions;
    private final List<Ruled> tearlines;
    private final List<String> permitted;
    private final List<Verdict> onPortions = new ArrayList<>(1);
    private final List<Verdict> shown = new ArrayList<>(1);
    private final @Nullable Ruled tearline;

    /** A portion or a tearline, by its identifier, and what is decided about it. */
    record Ruled(String id, Verdict verdict) {}

    Verdicts(List<Ruled> portions, List<Ruled> tearlines) {
        this.portions = portions;
        this.tearlines = tearlines;
        this.permitted = new ArrayList<>(portions.size());
        for (Ruled portion : portions) {
            boolean isFirst = portion.verdict.count() == 1;
            if (isFirst) {
                onPortions.add(portion.verdict);
            }
            if (portion.verdict.permits()) {
                permitted.add(portion.id);
                if (isFirst) {
                    shown.add(portion.verdict);
                }
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

    /** The verdicts on all portions and tearlines. */
    Stream<Verdict> all() {
        return Stream.concat(portions.stream(), tearlines.stream()).map(Ruled::verdict);
    }

    /** The different verdicts on portions. */
    List<Verdict> onPortions() {
        return onPortions;
    }

    /**
     * The most informative tearline that may go, where not all portions may: the one with the highest classification, then
     * the deepest tier (nobody marks what tells less higher), then the first by identifier, so that order does not matter.
     */
    @Nullable String tearline() {
        return tearline == null ? null : tearline.id;
    }

    /** The different verdicts on what goes. */
    List<Verdict> ofTheView() {
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
