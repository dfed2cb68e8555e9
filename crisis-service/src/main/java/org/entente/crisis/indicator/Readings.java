package org.entente.crisis.indicator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The signals at an instant, and what they amount to; remembers which of them were asked about. */
public final class Readings {
    private static final int MOST_TOLD = 50;
    private static final double WHOLE = 100.0;

    private final Map<String, List<Reading>> byIndicator = new HashMap<>();
    private final Instant now;
    private final @Nullable String partner;
    private final Map<UUID, Weighed> weighed = new LinkedHashMap<>();

    /** @param partner about whom only signals about them count, or about nobody; absent where all count */
    public Readings(Collection<Reading> readings, Instant now, @Nullable String partner) {
        this.now = now;
        this.partner = partner;
        readings.forEach(reading -> byIndicator
                .computeIfAbsent(reading.indicator(), absent -> new ArrayList<>())
                .add(reading));
    }

    /** The signals that were asked about, with what they weighed; at most 50, the strongest first. */
    public List<Weighed> because() {
        return weighed.values().stream()
                .filter(each -> each.strength() > 0)
                .sorted((one, other) -> Double.compare(other.strength(), one.strength()))
                .limit(MOST_TOLD)
                .toList();
    }

    /**
     * What an indicator amounts to now, 0 to 100: of each source the strongest signal, faded with its age; sources that agree
     * confirm each other as independent witnesses do.
     */
    public double level(String indicator) {
        Map<String, Double> bySource = new HashMap<>();
        of(indicator).forEach(reading -> {
            double strength = note(reading, reading.weight(now));
            bySource.merge(reading.source(), strength, Math::max);
        });
        double doubt = 1;
        for (double strength : bySource.values()) {
            doubt *= 1 - strength / WHOLE;
        }
        return WHOLE * (1 - doubt);
    }

    /** The strongest signal of the last while, not faded, 0 to 100; 0 where there is none. */
    public double peak(String indicator, Duration within) {
        return within(indicator, within)
                .mapToDouble(reading -> note(reading, reading.trust()))
                .max()
                .orElse(0);
    }

    /** The mean of the signals of the last while, not faded, 0 to 100; 0 where there is none. */
    public double mean(String indicator, Duration within) {
        return within(indicator, within)
                .mapToDouble(reading -> note(reading, reading.trust()))
                .average()
                .orElse(0);
    }

    /** How many signals of the last while amount to at least that much, not faded. */
    public long count(String indicator, double atLeast, Duration within) {
        return strong(indicator, atLeast, within).count();
    }

    /** How many different sources they come from. */
    public long sources(String indicator, double atLeast, Duration within) {
        return strong(indicator, atLeast, within)
                .map(Reading::source)
                .distinct()
                .count();
    }

    private Stream<Reading> strong(String indicator, double atLeast, Duration within) {
        return within(indicator, within).filter(reading -> note(reading, reading.trust()) >= atLeast);
    }

    private Stream<Reading> within(String indicator, Duration within) {
        Instant since = now.minus(within);
        return of(indicator).filter(reading -> !reading.at().isBefore(since));
    }

    /** Nothing counts before it was observed. */
    private Stream<Reading> of(String indicator) {
        return byIndicator.getOrDefault(indicator, List.of()).stream()
                .filter(reading -> !reading.at().isAfter(now))
                .filter(reading -> partner == null || reading.partner() == null || partner.equals(reading.partner()));
    }

    private double note(Reading reading, double weight) {
        weighed.merge(
                reading.id(),
                Weighed.of(reading, weight),
                (before, after) -> before.strength() >= after.strength() ? before : after);
        return reading.value() * weight;
    }
}
