package org.entente.audit.anomaly;

import java.util.Locale;
import java.util.Optional;

/** Accesses in an hour. */
final class Volume implements Signal {

    private final Baseline hourly = new Baseline();
    private int accesses;

    @Override
    public Optional<Finding> see(Access access, View view) {
        if (access.deed().kind() != Access.Kind.ASKED && access.by().partner() != null) {
            return Optional.empty();
        }
        accesses++;
        double limit = limit(view);
        return accesses <= limit
                ? Optional.empty()
                : Optional.of(Finding.of(
                        Kind.VOLUME,
                        accesses,
                        limit,
                        String.format(
                                Locale.ROOT,
                                "%d accesses within an hour; usual are %.0f, up to %.0f are not unusual",
                                accesses,
                                hourly.usual(),
                                limit)));
    }

    @Override
    public void hourEnds(Hour hour, View view) {
        if (accesses > 0) {
            hourly.learn(accesses, limit(view));
        }
        accesses = 0;
    }

    @Override
    public void allow(Dismissed dismissed) {
        if (dismissed.kind() == Kind.VOLUME) {
            hourly.allow(dismissed.value());
        }
    }

    private double limit(View view) {
        return view.limit(hourly, view.floors().accesses(), view.ceilings().accesses());
    }
}
