package org.entente.audit.anomaly;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** From which countries a person asks; and from which networks, which alone are no finding. */
final class Whereabouts implements Signal {

    private static final int MOST_NETWORKS = 64;

    private final Set<String> countries = new TreeSet<>();
    private final Set<String> networks = new LinkedHashSet<>();

    @Override
    public Optional<Finding> see(Access access, View view) {
        String country = access.place().country();
        if (!view.isPerson() || country == null || countries.contains(country)) {
            return Optional.empty();
        }
        if (!view.hasHabits() || countries.isEmpty()) {
            countries.add(country);
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                Kind.NEW_PLACE,
                country,
                1,
                1,
                "access from " + country + "; so far only from " + String.join(", ", countries)));
    }

    /** Whether the network was never seen; it is known from now on. */
    boolean isNewNetwork(@Nullable String network) {
        if (network == null || !networks.add(network)) {
            return false;
        }
        if (networks.size() > MOST_NETWORKS) {
            networks.remove(networks.iterator().next());
        }
        return networks.size() > 1;
    }

    @Override
    public void allow(Dismissed dismissed) {
        if (dismissed.kind() == Kind.NEW_PLACE) {
            countries.add(dismissed.key());
        }
    }
}
