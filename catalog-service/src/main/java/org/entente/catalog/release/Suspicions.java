package org.entente.catalog.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Weighs how well releases agree with a copy. With many releases some agree well by chance; so a release is named only if the
 * chance that <em>any</em> of all that were compared would agree as well in <em>any</em> kind of marks is negligible.
 */
final class Suspicions {
    /** Once in a million copies, at the most, is anyone named who had no part in it. */
    private static final double NEGLIGIBLE = 1e-6;
    /** Somebody would have to guess 80 random bits. */
    private static final double GUESSED = Math.scalb(1.0, -80);

    private static final int MOST_NAMED = 100;

    private final List<Suspicion> suspicions = new ArrayList<>();
    private int compared;

    /** A release that may have had a part. */
    record Suspicion(UUID release, double chance, List<Trace.Evidence> evidence) {
        Trace.Named named(@Nullable Release found) {
            Release known = Objects.requireNonNull(found, "a release is never deleted");
            return new Trace.Named(
                    release, known.assetId(), known.recipient(), known.made(), Math.max(0, 1 - chance), evidence);
        }

        private Suspicion among(int compared) {
            return new Suspicion(release, chance * compared, evidence);
        }
    }

    static Trace.Evidence exact(String mark) {
        return new Trace.Evidence(mark, 1, 1, GUESSED);
    }

    void add(UUID release, List<Trace.Evidence> evidence) {
        compared++;
        double least =
                evidence.stream().mapToDouble(Trace.Evidence::chance).min().orElse(1);
        double chance = least * Math.max(1, evidence.size());
        if (chance <= NEGLIGIBLE) {
            suspicions.add(new Suspicion(release, chance, evidence));
        }
    }

    int compared() {
        return compared;
    }

    /** Those that hold against all that were compared, surest first. */
    List<Suspicion> founded() {
        return suspicions.stream()
                .map(suspicion -> suspicion.among(compared))
                .filter(suspicion -> suspicion.chance() <= NEGLIGIBLE)
                .sorted(Comparator.comparingDouble(Suspicion::chance))
                .limit(MOST_NAMED)
                .toList();
    }
}
