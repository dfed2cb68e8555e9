package org.entente.benchmarks.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** What was measured of a call in a number of rounds: median, and least and most in brackets. */
record Measurement(String name, double[] rates, Latencies[] waits, int failed) {
    private static final int CALLERS = 32;

    /** How long everything lasts. */
    record Lengths(int rounds, Duration warmUp, Duration round) {
        static Lengths of(String[] arguments) {
            boolean quick = arguments.length > 0 && arguments[0].equals("--quick");
            return quick
                    ? new Lengths(1, Duration.ofSeconds(3), Duration.ofSeconds(3))
                    : new Lengths(3, Duration.ofSeconds(30), Duration.ofSeconds(10));
        }

        /** Times as long, where calls are fewer. */
        Lengths times(int factor) {
            return new Lengths(rounds, warmUp.multipliedBy(factor), round.multipliedBy(factor));
        }
    }

    /**
     * First how many are answered per second at most, then what callers wait at half that rate.
     *
     * @param settling returns when nothing is left to do of what saturation left behind
     */
    static Measurement of(String name, Call call, Lengths lengths, Runnable settling) {
        try (Generator generator = new Generator()) {
            generator.saturated(call, CALLERS, lengths.warmUp());
            int failedCold = generator.failed();
            double[] rates = new double[lengths.rounds()];
            Latencies[] waits = new Latencies[lengths.rounds()];
            for (int round = 0; round < lengths.rounds(); round++) {
                rates[round] = generator.saturated(call, CALLERS, lengths.round());
                settling.run();
                waits[round] = generator.waits(call, rates[round] / 2, lengths.round());
                System.out.printf(Locale.ROOT, "%s: %.0f per second; at half: %s%n", name, rates[round], waits[round]);
            }
            return new Measurement(name, rates, waits, generator.failed() - failedCold);
        }
    }

    /** What one caller waits who calls again as soon as it is answered. */
    static Measurement alone(String name, Call call, Lengths lengths) {
        try (Generator generator = new Generator()) {
            generator.saturated(call, 1, lengths.warmUp());
            int failedCold = generator.failed();
            double[] rates = new double[lengths.rounds()];
            Latencies[] waits = new Latencies[lengths.rounds()];
            for (int round = 0; round < lengths.rounds(); round++) {
                rates[round] = generator.saturated(call, 1, lengths.round());
                waits[round] = generator.waits(call, rates[round] / 10, lengths.round());
            }
            String alone = name + ", at a tenth of the rate of one caller";
            return new Measurement(alone, rates, waits, generator.failed() - failedCold);
        }
    }

    /** A row of a Markdown table: saturated rate, and p50 and p99 at half of it in milliseconds, and how many failed once warm. */
    String row() {
        return "| " + name + " | " + spread("%.0f", DoubleStream.of(rates)) + " | " + percentile(50) + " | "
                + percentile(99) + " | " + failed + " |";
    }

    private String percentile(double percent) {
        return spread(
                "%.2f",
                DoubleStream.of(Arrays.stream(waits)
                        .mapToDouble(wait -> wait.percentile(percent))
                        .toArray()));
    }

    private static String spread(String format, DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ")",
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
    }
}
