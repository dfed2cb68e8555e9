package org.entente.audit.anomaly;

import java.time.Duration;

/**
 * What counts as unusual.
 *
 * @param sensitivity standard deviations above the usual that are still usual
 * @param learning days with accesses after which a subject's own habits count; until then only {@code ceilings} do
 * @param cooling how long the same is not said again of the same subject
 * @param dormancy how long a grant goes unused before its use is unusual
 * @param floors below which nothing is unusual, whatever the habits
 * @param ceilings above which everything is unusual while there are no habits
 * @param travel how fast people travel
 */
record Settings(
        double sensitivity,
        int learning,
        Duration cooling,
        Duration dormancy,
        Bounds floors,
        Bounds ceilings,
        Travel travel,
        Forest forest) {

    /**
     * Counts.
     *
     * @param accesses in an hour
     * @param assets different ones in a day
     * @param denials in a row, each about another asset
     * @param copies in ten minutes
     * @param bytes in ten minutes
     */
    record Bounds(int accesses, int assets, int denials, int copies, long bytes) {

        /** The same for several people: wider. */
        Bounds times(int factor) {
            return new Bounds(accesses * factor, assets * factor, denials * factor, copies * factor, bytes * factor);
        }
    }

    /**
     * How fast people travel.
     *
     * @param kilometresPerHour at most
     * @param unknown least time between two countries of which no place is known
     */
    record Travel(double kilometresPerHour, Duration unknown, Places places) {}

    /**
     * The second tier.
     *
     * @param trees none switch it off
     * @param memory hours with accesses that it compares with
     * @param least hours before it says anything
     * @param score from which an hour is unusual
     * @param times its usual score, too
     */
    record Forest(int trees, int memory, int least, double score, double times) {}

    /** As tuned on synthetic traffic; see docs/anomalies.md. */
    static Settings tuned(Places places) {
        return new Settings(
                4,
                5,
                Duration.ofHours(24),
                Duration.ofDays(60),
                new Bounds(30, 25, 10, 8, 50L << 20),
                new Bounds(20_000, 5_000, 60, 300, 4L << 30),
                new Travel(950, Duration.ofMinutes(45), places),
                new Forest(30, 168, 48, 2.8, 2.5));
    }
}
