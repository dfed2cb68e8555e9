package org.entente.audit.anomaly;

/** Detection and false alarms on made-up traffic with attacks in it: fixed thresholds, one's own rates, and these with the forest. */
public final class AnomalyBench {
    private static final int SEEDS = 5;

    // The settings were tuned with smaller seeds.
    private static final int FIRST_SEED = 101;

    private static final int PERSONS = 15;
    private static final int DAYS = 75;

    private AnomalyBench() {}

    /** @param arguments how many seeds, each a run of its own, and how many persons; five and fifteen if absent */
    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SEEDS;
        int persons = arguments.length > 1 ? Integer.parseInt(arguments[1]) : PERSONS;
        Comparison comparison = new Comparison(persons, DAYS);
        for (int seed = 0; seed < seeds; seed++) {
            comparison.add(FIRST_SEED + seed);
            System.err.println(seed + 1 + " of " + seeds);
        }
        System.out.println(comparison);
    }
}
