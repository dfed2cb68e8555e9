package org.entente.benchmarks;

import java.util.concurrent.TimeUnit;
import org.entente.benchmarks.workload.Engine;
import org.entente.benchmarks.workload.Size;
import org.entente.benchmarks.workload.Workload;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one decision takes, on average over permitted and denied requests. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBenchmark {
    private static final int REQUESTS = 256;

    /** Of partners an alliance has some forty; the last size spreads the same agreements over a thousand. */
    @Param({"1/1", "100/40", "1000/40", "10000/40", "10000/1000"})
    public String size = "";

    @Param
    public Contender contender = Contender.LOOP;

    @SuppressWarnings("NullAway.Init")
    private Engine<?> engine;

    private int next;

    /** No engine is timed that answers anything otherwise than the loop. */
    @Setup
    public void agree() {
        Workload workload = Workload.of(Size.parse(size), REQUESTS);
        engine = contender.engine(workload);
        long permits = Agreed.permits(workload, engine);
        System.out.printf("%s agrees on all of %d requests, %d of them permitted.%n", contender, REQUESTS, permits);
    }

    @Benchmark
    public Object decide() {
        next = (next + 1) % REQUESTS;
        return engine.decide(next);
    }
}
