package org.entente.audit.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a person was last, and whether one can travel from there to here in the time between. */
final class Journey implements Signal {

    private static final double SECONDS_PER_HOUR = 3_600;

    private @Nullable String country;
    private long seen;
    private final Set<String> allowed = new TreeSet<>();

    @Override
    public Optional<Finding> see(Access access, View view) {
        String here = access.place().country();
        if (!view.isPerson() || here == null) {
            return Optional.empty();
        }
        String there = country;
        Duration between = Duration.between(Instant.ofEpochSecond(seen), view.now());
        country = here;
        seen = view.now().getEpochSecond();
        return there == null || there.equals(here) || allowed.contains(leg(there, here))
                ? Optional.empty()
                : judged(there, here, between, view.settings().travel());
    }

    private static Optional<Finding> judged(String there, String here, Duration between, Settings.Travel travel) {
        double hours = Math.max(1, between.toSeconds()) / SECONDS_PER_HOUR;
        OptionalDouble distance = travel.places().distance(there, here);
        double least = distance.isPresent()
                ? distance.getAsDouble() / travel.kilometresPerHour()
                : travel.unknown().toSeconds() / SECONDS_PER_HOUR;
        if (hours >= least) {
            return Optional.empty();
        }
        String far = distance.isPresent()
                ? String.format(Locale.ROOT, ", at least %.0f km away,", distance.getAsDouble())
                : "";
        return Optional.of(Finding.of(
                Kind.IMPOSSIBLE_TRAVEL,
                leg(there, here),
                least,
                hours,
                String.format(
                        Locale.ROOT,
                        "access from %s%s %d min after access from %s; the way takes at least %d min",
                        here,
                        far,
                        between.toMinutes(),
                        there,
                        Math.round(least * 60))));
    }

    @Override
    public void allow(Dismissed dismissed) {
        if (dismissed.kind() == Kind.IMPOSSIBLE_TRAVEL) {
            allowed.add(dismissed.key());
        }
    }

    private static String leg(String one, String other) {
        return one.compareTo(other) < 0 ? one + "-" + other : other + "-" + one;
    }
}
