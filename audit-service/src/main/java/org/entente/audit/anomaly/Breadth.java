package org.entente.audit.anomaly;

import java.util.Locale;
import java.util.Optional;

/** Different assets in a day. */
final class Breadth implements Signal {

    // A day evens out much of what makes hours differ.
    private static final double EVENED_OUT = 0.7;

    private final Baseline daily = new Baseline();
    private final Sketch assets = new Sketch();

    @Override
    public Optional<Finding> see(Access access, View view) {
        if (access.deed().asset().isEmpty()) {
            return Optional.empty();
        }
        assets.add(access.deed().asset());
        int different = assets.count();
        double limit = limit(view);
        return different <= limit
                ? Optional.empty()
                : Optional.of(Finding.of(
                        Kind.BREADTH,
                        different,
                        limit,
                        String.format(
                                Locale.ROOT,
                                "about %d different assets within a day; usual are %.0f, up to %.0f are not unusual",
                                different,
                                daily.usual(),
                                limit)));
    }

    @Override
    public void dayEnds(View view) {
        int different = assets.count();
        if (different > 0) {
            daily.learn(different, limit(view));
        }
        assets.clear();
    }

    @Override
    public void allow(Dismissed dismissed) {
        if (dismissed.kind() == Kind.BREADTH) {
            daily.allow(dismissed.value());
        }
    }

    private double limit(View view) {
        return view.hasHabits()
                ? daily.limit(
                        view.settings().sensitivity() * EVENED_OUT,
                        view.floors().assets())
                : view.ceilings().assets();
    }
}
