package org.entente.benchmarks.load;

import java.util.Arrays;
import java.util.Locale;

/** Times in nanoseconds, of which only ranks are told: an average would hide what matters. */
final class Latencies {
    private final long[] sorted;

    Latencies(long[] nanos) {
        sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /** The time that so many of a hundred did not exceed, in milliseconds. */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    /** Half, 99 and 99.9 of a hundred, in milliseconds. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p50 %.2f, p99 %.2f, p99.9 %.2f ms", percentile(50), percentile(99), percentile(99.9));
    }
}
