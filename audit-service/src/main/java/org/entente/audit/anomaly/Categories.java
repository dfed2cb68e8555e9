package org.entente.audit.anomaly;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which categories of information are asked for, and how often. */
final class Categories implements Signal {

    private static final double FADING = 0.998;
    private static final double RARE = 0.005;
    private static final double LEAST = 60;
    private static final int FEW = 3;
    private static final int MOST = 64;

    private final Map<String, Double> weights = new TreeMap<>();
    private final Map<String, Integer> within = new TreeMap<>();

    @Override
    public Optional<Finding> see(Access access, View view) {
        Optional<Finding> finding = Optional.empty();
        for (String category : access.deed().categories()) {
            if (within.size() >= MOST && !within.containsKey(category)) {
                continue;
            }
            int count = within.merge(category, 1, Integer::sum);
            if (view.hasHabits() && isUnusual(category) && count >= FEW) {
                finding = Optional.of(found(category, count));
            }
        }
        return finding;
    }

    boolean isUnusual(String category) {
        double total = total();
        return total >= LEAST && weights.getOrDefault(category, 0.0) / total < RARE;
    }

    private Finding found(String category, int count) {
        double share = weights.getOrDefault(category, 0.0) / total();
        return Finding.of(
                Kind.UNUSUAL_CATEGORY,
                category,
                count,
                FEW,
                String.format(
                        Locale.ROOT,
                        "%d accesses to %s within an hour, which made up %.1f %% before",
                        count,
                        category,
                        100 * share));
    }

    @Override
    public void hourEnds(Hour hour, View view) {
        weights.replaceAll((category, weight) -> weight * FADING);
        within.forEach((category, count) -> {
            boolean wasFound = view.hasHabits() && isUnusual(category) && count >= FEW;
            if (!wasFound && (weights.containsKey(category) || weights.size() < MOST)) {
                weights.merge(category, (double) count, Double::sum);
            }
        });
        within.clear();
    }

    @Override
    public void allow(Dismissed dismissed) {
        if (dismissed.kind() == Kind.UNUSUAL_CATEGORY) {
            weights.merge(dismissed.key(), Math.max(1, total() * 3 * RARE), Double::sum);
        }
    }

    private double total() {
        double total = 0;
        for (double weight : weights.values()) {
            total += weight;
        }
        return total;
    }
}
