package org.entente.benchmarks.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What was measured of a call in a number of rounds: median, and least and most in brackets.
 *
 * @param peaks calls answered per second while callers called as fast as they could
 * @param rates the same over all the time until what these calls left to be announced was announced as well: what can go on for ever
 */
record Measurement(String name, double[] peaks, double[] rates, Latencies[] waits, int failed) {
    private static final int CALLERS = 32;
    private static final String HEAD =
            " | at most, 1/s | for ever, 1/s | p50, ms | p99, ms | failed |\n| --- | ---: | ---: | ---: | ---: | ---: |";

    /** The head of a Markdown table: rates, half and 99 of a hundred waits in milliseconds, and how many failed once warm. */
    static String head(String title) {
        return "\n| " + title + HEAD;
    }

    /** How long everything lasts. */
    record Lengths(int rounds, Duration warmUp, Duration round) {
        static Lengths of(String[] arguments) {
            boolean quick = arguments.length > 0 && arguments[0].equals("--quick");
            return quick
                    ? new Lengths(1, Duration.ofSeconds(3), Duration.ofSeconds(3))
                    : new Lengths(5, Duration.ofSeconds(60), Duration.ofSeconds(10));
        }

        /** Times as long, where calls are fewer. */
        Lengths times(int factor) {
            return new Lengths(rounds, warmUp.multipliedBy(factor), round.multipliedBy(factor));
        }
    }

    /**
     * First how many are answered per second at most, then what callers wait at half of the rate that can go on for ever.
     *
     * @param settling returns when everything is announced
     */
    static Measurement of(String name, Call call, Lengths lengths, Runnable settling) {
        try (Generator generator = new Generator()) {
            generator.saturated(call, CALLERS, lengths.warmUp());
            int failedCold = generator.failed();
            double[] peaks = new double[lengths.rounds()];
            double[] rates = new double[lengths.rounds()];
            Latencies[] waits = new Latencies[lengths.rounds()];
            for (int round = 0; round < lengths.rounds(); round++) {
                settling.run();
                long start = System.nanoTime();
                peaks[round] = generator.saturated(call, CALLERS, lengths.round());
                settling.run();
                rates[round] = peaks[round] * lengths.round().toNanos() / (System.nanoTime() - start);
                waits[round] = generator.waits(call, rates[round] / 2, lengths.round().multipliedBy(2));
                System.out.printf(
                        Locale.ROOT,
                        "%s: %.0f per second, %.0f for ever; at half of that: %s%n",
                        name,
                        peaks[round],
                        rates[round],
                        waits[round]);
            }
            return new Measurement(name, peaks, rates, waits, generator.failed() - failedCold);
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
            return new Measurement(alone, rates, rates, waits, generator.failed() - failedCold);
        }
    }

    /** A row of the table under {@link #head}. */
    String row() {
        return "| " + name + " | " + spread("%.0f", DoubleStream.of(peaks)) + " | "
                + spread("%.0f", DoubleStream.of(rates)) + " | " + percentile(50) + " | " + percentile(99) + " | "
                + failed + " |";
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
