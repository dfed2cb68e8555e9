package org.entente.audit.anomaly;

/**
 * What is usual of a count: an exponentially weighted mean and variance of its logarithm, since counts vary by factors rather than by
 * amounts. It learns a value only up to its limit, so that an attack does not make itself usual; a person may allow more.
 */
final class Baseline {

    private static final double SLOWEST = 0.04;
    // Nobody is so regular that half as much again would be an event.
    private static final double LEAST_DEVIATION = 0.35;
    // Nor so irregular that nothing would be one: what grows slowly looks irregular, too.
    private static final double MOST_DEVIATION = 0.5;
    private static final double MARGIN = 1.1;

    private int learned;
    private double mean;
    private double variance;
    private double allowed;

    /** The largest value that is still usual. */
    double limit(double deviations, double floor) {
        double deviation = Math.min(MOST_DEVIATION, Math.max(LEAST_DEVIATION, Math.sqrt(variance)));
        return Math.max(Math.max(floor, allowed), Math.expm1(mean + deviations * deviation));
    }

    /** What is usual. */
    double usual() {
        return Math.expm1(mean);
    }

    /** Takes a value in, or as much of it as was usual. */
    void learn(double value, double limit) {
        double seen = Math.log1p(Math.max(0, learned == 0 ? value : Math.min(value, limit)));
        learned++;
        double weight = Math.max(1.0 / learned, SLOWEST);
        double difference = seen - mean;
        mean += weight * difference;
        variance = (1 - weight) * (variance + weight * difference * difference);
    }

    /** A person says that this was in order: so much is usual from now on. */
    void allow(double value) {
        allowed = Math.max(allowed, value * MARGIN);
    }

    int learned() {
        return learned;
    }
}
