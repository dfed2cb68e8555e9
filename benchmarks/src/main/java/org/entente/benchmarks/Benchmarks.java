package org.entente.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs all benchmarks and prints their results as the tables of the README; {@code --quick} only shows that they run,
 * {@code decisions} and {@code compilations} run one half.
 */
public final class Benchmarks {
    private static final String[] SMALL = {"1/1", "100/40", "1000/40"};

    private Benchmarks() {}

    public static void main(String[] arguments) throws RunnerException {
        List<String> wanted = List.of(arguments);
        boolean quick = wanted.contains("--quick");
        List<String> tables = new ArrayList<>();
        if (!wanted.contains("compilations")) {
            tables.add(
                    ResultTable.of("Decision, µs", new Runner(decisions(quick).build()).run()));
        }
        if (!wanted.contains("decisions")) {
            tables.add(ResultTable.of("Compilation, ms", compilations(quick)));
        }
        tables.forEach(table -> System.out.println("\n" + table));
    }

    private static Collection<RunResult> compilations(boolean quick) throws RunnerException {
        Collection<RunResult> all = new ArrayList<>(
                new Runner(compilations(quick, 5, Contender.DECIDER).build()).run());
        all.addAll(new Runner(compilations(quick, 2, Contender.AUTHZFORCE, Contender.CEDAR)
                        .param("size", SMALL)
                        .build())
                .run());
        return all;
    }

    private static ChainedOptionsBuilder decisions(boolean quick) {
        ChainedOptionsBuilder options = common(quick, DecisionBenchmark.class)
                .warmupIterations(quick ? 1 : 6)
                .warmupTime(TimeValue.milliseconds(quick ? 500 : 1_000))
                .measurementIterations(quick ? 2 : 4)
                .measurementTime(TimeValue.milliseconds(quick ? 500 : 1_000));
        return quick ? options.param("size", SMALL) : options;
    }

    private static ChainedOptionsBuilder compilations(boolean quick, int iterations, Contender... contenders) {
        String[] names = List.of(contenders).stream().map(Contender::name).toArray(String[]::new);
        ChainedOptionsBuilder options = common(quick, CompileBenchmark.class)
                .param("contender", names)
                .warmupIterations(quick ? 0 : iterations)
                .measurementIterations(quick ? 1 : iterations);
        return quick ? options.param("size", SMALL) : options;
    }

    private static ChainedOptionsBuilder common(boolean quick, Class<?> benchmark) {
        return new OptionsBuilder()
                .include(benchmark.getName())
                .forks(quick ? 1 : 2)
                .jvmArgs("-Xms3g", "-Xmx3g", "-Dslf4j.internal.verbosity=ERROR")
                .shouldFailOnError(true);
    }
}
