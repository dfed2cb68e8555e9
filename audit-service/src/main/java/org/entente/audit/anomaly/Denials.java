package org.entente.audit.anomaly;

import java.util.Locale;
import java.util.Optional;

/** Denials: in a row and each about another asset, as of a person who tries doors; and their number in an hour. */
final class Denials implements Signal {

    private static final int AN_HOUR = 2;

    private final Baseline runs = new Baseline();
    private final Baseline hourly = new Baseline();
    private final Sketch run = new Sketch();
    private int longest;
    private int within;

    @Override
    public Optional<Finding> see(Access access, View view) {
        if (access.deed().kind() != Access.Kind.ASKED) {
            return Optional.empty();
        }
        if (access.deed().permitted()) {
            run.clear();
            return Optional.empty();
        }
        within++;
        run.add(access.deed().asset());
        longest = Math.max(longest, run.count());
        return view.isPerson() && run.count() > runLimit(view)
                ? Optional.of(inARow(view))
                : within > hourLimit(view) ? Optional.of(inAnHour(view)) : Optional.empty();
    }

    private Finding inARow(View view) {
        return Finding.of(
                Kind.PROBING,
                "run",
                run.count(),
                runLimit(view),
                String.format(
                        Locale.ROOT,
                        "%d denials in a row, each about another asset; up to %.0f are not unusual",
                        run.count(),
                        runLimit(view)));
    }

    private Finding inAnHour(View view) {
        return Finding.of(
                Kind.PROBING,
                "hour",
                within,
                hourLimit(view),
                String.format(
                        Locale.ROOT,
                        "%d denials within an hour; usual are %.0f, up to %.0f are not unusual",
                        within,
                        hourly.usual(),
                        hourLimit(view)));
    }

    @Override
    public void hourEnds(Hour hour, View view) {
        runs.learn(longest, runLimit(view));
        hourly.learn(within, hourLimit(view));
        longest = 0;
        within = 0;
    }

    @Override
    public void allow(Dismissed dismissed) {
        if (dismissed.kind() == Kind.PROBING) {
            (dismissed.key().equals("run") ? runs : hourly).allow(dismissed.value());
        }
    }

    private double runLimit(View view) {
        return view.limit(runs, view.floors().denials(), view.ceilings().denials());
    }

    private double hourLimit(View view) {
        return view.limit(
                hourly,
                AN_HOUR * view.floors().denials(),
                AN_HOUR * 10.0 * view.ceilings().denials());
    }
}
