package org.entente.audit.anomaly;

/** Detection and false alarms on made-up traffic with attacks in it: fixed thresholds, one's own rates, and these with the forest. */
public final class AnomalyBench {
    private static final int PERSONS = 30;
    private static final int DAYS = 90;
    private static final int SEEDS = 5;

    private AnomalyBench() {}

    /** @param arguments how many seeds, each a run of its own; five if absent */
    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SEEDS;
        Comparison comparison = new Comparison(PERSONS, DAYS);
        for (int seed = 1; seed <= seeds; seed++) {
            comparison.add(seed);
            System.err.println("seed " + seed + " of " + seeds);
        }
        System.out.println(comparison);
    }
}
