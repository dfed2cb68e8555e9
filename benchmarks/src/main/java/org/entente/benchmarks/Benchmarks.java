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

/** Runs all benchmarks and prints their results as the tables of the README; {@code --quick} only shows that they run. */
public final class Benchmarks {
    private static final String[] SMALL = {"1/1", "100/40", "1000/40"};

    private Benchmarks() {}

    public static void main(String[] arguments) throws RunnerException {
        boolean quick = List.of(arguments).contains("--quick");
        Collection<RunResult> decisions = new Runner(decisions(quick).build()).run();
        Collection<RunResult> compilations = new ArrayList<>(
                new Runner(compilations(quick, 5, Contender.DECIDER).build()).run());
        compilations.addAll(new Runner(compilations(quick, 2, Contender.AUTHZFORCE, Contender.CEDAR)
                        .param("size", SMALL)
                        .build())
                .run());
        System.out.println("\n" + ResultTable.of("Decision, µs", decisions));
        System.out.println(ResultTable.of("Compilation, ms", compilations));
    }

    private static ChainedOptionsBuilder decisions(boolean quick) {
        ChainedOptionsBuilder options = common(quick, DecisionBenchmark.class)
                .warmupIterations(quick ? 1 : 4)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(quick ? 2 : 6)
                .measurementTime(TimeValue.milliseconds(500));
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
